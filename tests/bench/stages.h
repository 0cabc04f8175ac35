#pragma once

// The pipeline, stage by stage, with a clock between.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "analyzer/pipeline.h"

namespace quoth_bench {

/// In the order in which they run. `quotes` is all that follows the entities, down to the finished Document.
enum class Stage : std::size_t { tokens, words, layout, sentences, phrases, rules, names, entities, quotes };
inline constexpr std::array<std::string_view, 9> kStageNames = {"tokens", "words", "layout",   "sentences", "phrases",
                                                                "rules",  "names", "entities", "quotes"};

/// Seconds by stage.
using StageTimes = std::array<double, kStageNames.size()>;

/// Runs all stages before quotes over a text and adds their times. Returns the number of names found.
std::size_t run_stages(const quoth::internal::Language& language, std::string_view text,
                       quoth::internal::Scratch& scratch, StageTimes& times);

}  // namespace quoth_bench
