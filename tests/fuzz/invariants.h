#pragma once

#include "quoth/document.h"
#include "quoth/writers.h"

namespace quoth_fuzz {

/// Requires everything that include/quoth/document.h promises of any document: spans in range, in order and on
/// character boundaries, only white space between tokens, ids that are valid and fit each other.
void check_document(const quoth::Document& doc);

/// Requires that the document's JSON is JSON, and that its offsets are the document's, converted in the slowest and
/// most obvious way.
void check_json(const quoth::Document& doc, quoth::OffsetUnit unit);

}  // namespace quoth_fuzz
