#pragma once

/// Everything of quoth's C++ interface:
///
///     const auto& analyzer = quoth::Analyzer::english();
///     const quoth::Document doc = analyzer.analyze(text);
///     for (const quoth::Quote& quote : doc.quotes)
///       if (quote.speaker) std::cout << doc.name(*quote.speaker) << ": " << doc.text_of(quote) << '\n';

#include "quoth/analyzer.h"
#include "quoth/document.h"
#include "quoth/load_error.h"
#include "quoth/writers.h"
