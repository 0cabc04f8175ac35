#include "analyzer/pipeline.h"

namespace quoth::internal {

NameInput find_evidence(const Language& language, std::string_view text, Scratch& s) {
  s.cursor.tokenize(text, s.tokens);
  look_up_words(language.lexicons, language.classes, s.tokens);
  find_blocks(s.tokens, s.blocks);
  split_sentences(s.tokens, s.blocks, s.sentences);
  find_phrases(s.tokens, language.lexicons, s.phrases);
  language.rules.match(Phase::names, {s.tokens, s.phrases, s.sentences, {}}, *s.rules, s.rule_matches);
  return {s.tokens,   language.lexicons, language.classes, language.kinds, s.phrases,
          s.blocks,   s.sentences,       language.rules,   s.rule_matches};
}

}  // namespace quoth::internal
