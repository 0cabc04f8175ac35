#include "match/rule_literals.h"

namespace quoth::internal {
namespace {

class LiteralChecker {
 public:
  explicit LiteralChecker(const Tokenizer& tokenizer) : cursor_(tokenizer) {}

  /// What is wrong with a word between two marks, or nothing.
  std::string check(const std::string& word, char mark) {
    cursor_.tokenize(word, tokens_);
    if (tokens_.size() < 2 || is_suffix(word)) return "";
    std::string parted;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) (parted += i == 0 ? "" : " ") += tokens_.written(i);
    return mark + word + mark + " is " + std::to_string(tokens_.size()) + " tokens in a text: write " + mark + parted +
           mark;
  }

 private:
  /// 's is a token only behind a word.
  bool is_suffix(const std::string& word) {
    const std::string with_stem = 'a' + word;
    cursor_.tokenize(with_stem, behind_stem_);
    return behind_stem_.size() == 2 && behind_stem_[1].begin == 1;
  }

  Tokenizer::Cursor cursor_;
  Tokens tokens_;
  Tokens behind_stem_;
};

}  // namespace

void check_literals(const ParsedPack& pack, const Tokenizer& tokenizer, std::vector<Fault>& faults) {
  LiteralChecker checker(tokenizer);
  for (const RuleNode& node : pack.nodes) {
    if (node.kind != RuleNodeKind::literal && node.kind != RuleNodeKind::exact) continue;
    std::string message = checker.check(node.text, node.kind == RuleNodeKind::exact ? '\'' : '"');
    if (!message.empty()) faults.push_back({pack.file, node.place.line, node.place.column, std::move(message)});
  }
}

}  // namespace quoth::internal
