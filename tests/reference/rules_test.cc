// The engine against a slow and obvious twin: a recursive matcher that walks the pattern and tries every way in order.
// Patterns, texts, sentences and earlier spans are random, over few words so that they match often.

#include <catch2/catch.hpp>
#include <functional>
#include <random>

#include "unit/match_rules_support.h"

namespace quoth::internal {
namespace {

const std::vector<ListRow>& list_rows() {
  static const std::vector<ListRow> kRows = {
      {"one", "en/words/one.txt", {"a", "b", "a b", "a b a", "c c c"}},
      {"TWO.x", "en/gazetteers/more.tsv", {"c", "b c", "Ada", "Ada Eve Ada"}},
      {"TWO.y", "en/gazetteers/rest.tsv", {"Eve", "b", "c ,"}},
  };
  return kRows;
}

const TestLists& lists() {
  static const TestLists kLists(list_rows());
  return kLists;
}

struct RegexRow {
  const char* source;
  bool (*matches)(const std::string& written);
};

const std::vector<RegexRow> kRegexes = {
    {"/[abc]/", [](const std::string& w) { return w == "a" || w == "b" || w == "c"; }},
    {"/a.*/i", [](const std::string& w) { return w[0] == 'a' || w[0] == 'A'; }},
    {"/.../", [](const std::string& w) { return w.size() == 3; }}};

enum class Kind {
  word,
  exact,
  list,
  regex,
  shape,
  label,
  sequence,
  choice,
  repeat,
  capture,
  negation,
  both,
  begin,
  end
};

struct Pattern {
  Kind kind = Kind::word;
  std::string text;  // a word, list, shape or label
  std::size_t regex = 0;
  std::uint32_t min = 0, max = 0;  // max 0: no limit
  std::vector<Pattern> parts;
};

bool may_be_empty(const Pattern& p) {
  const auto empty = [](const Pattern& part) { return may_be_empty(part); };
  switch (p.kind) {
    case Kind::sequence:
      return std::all_of(p.parts.begin(), p.parts.end(), empty);
    case Kind::choice:
      return std::any_of(p.parts.begin(), p.parts.end(), empty);
    case Kind::repeat:
      return p.min == 0 || empty(p.parts[0]);
    case Kind::capture:
      return empty(p.parts[0]);
    case Kind::begin:
    case Kind::end:
      return true;
    default:
      return false;
  }
}

std::string written(const Pattern& p);

std::string joined(const std::vector<Pattern>& parts, const std::string& between) {
  std::string out;
  for (const Pattern& part : parts) out += (out.empty() ? "" : between) + written(part);
  return out;
}

std::string written(const Pattern& p) {
  switch (p.kind) {
    case Kind::word:
      return '"' + p.text + '"';
    case Kind::exact:
      return '\'' + p.text + '\'';
    case Kind::list:
      return '{' + p.text + '}';
    case Kind::regex:
      return kRegexes[p.regex].source;
    case Kind::shape:
      return p.text;
    case Kind::label:
      return '[' + p.text + ']';
    case Kind::sequence:
      return '(' + joined(p.parts, " ") + ')';
    case Kind::choice:
      return '(' + joined(p.parts, "|") + ')';
    case Kind::capture:
      return '@' + p.text + '(' + written(p.parts[0]) + ')';
    case Kind::negation:
      return '!' + written(p.parts[0]);
    case Kind::both:
      return '(' + joined(p.parts, "&") + ')';
    case Kind::begin:
      return "^";
    case Kind::end:
      return "$";
    case Kind::repeat:
      break;
  }
  const std::string max = p.max == 0 ? "" : std::to_string(p.max);
  return '(' + written(p.parts[0]) + "){" + std::to_string(p.min) + ',' + max + '}';
}

/// Makes random patterns that the language allows.
class Maker {
 public:
  Maker(std::mt19937& random, Phase phase) : random_(random), phase_(phase) {}

  /// A rule's pattern: with a capture, and never empty.
  Pattern rule() {
    Pattern capture = captured(2);
    Pattern sequence{Kind::sequence, "", 0, 0, 0, {}};
    for (std::uint32_t i = below(3); i > 0; --i) sequence.parts.push_back(any(3));
    sequence.parts.push_back(std::move(capture));
    for (std::uint32_t i = below(3); i > 0; --i) sequence.parts.push_back(any(3));
    return sequence;
  }

  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }

 private:
  template <typename T>
  const T& pick(const std::vector<T>& values) {
    return values[below(static_cast<std::uint32_t>(values.size()))];
  }

  Pattern atom() {
    static const std::vector<std::string> kWords = {"a", "b", "c", ",", "ada", "eve"};
    static const std::vector<std::string> kExact = {"Ada", "ada", "a"};
    static const std::vector<std::string> kLists = {"one", "two", "TWO.x", "rest", "more"};
    static const std::vector<std::string> kShapes = {"Cap", "Lower", "Punct", "Any", "Initial"};
    switch (below(phase_ == Phase::quotes ? 8 : 6)) {
      case 0:
        return {Kind::word, pick(kWords), 0, 0, 0, {}};
      case 1:
        return {Kind::exact, pick(kExact), 0, 0, 0, {}};
      case 2:
        return {Kind::list, pick(kLists), 0, 0, 0, {}};
      case 3:
        return {Kind::list, pick(kLists), 0, 0, 0, {}};
      case 4:
        return {Kind::regex, "", below(3), 0, 0, {}};
      case 5:
        return {Kind::shape, pick(kShapes), 0, 0, 0, {}};
      case 6:
        return {Kind::label, "PERSON", 0, 0, 0, {}};
      default:
        return {Kind::label, "QUOTE", 0, 0, 0, {}};
    }
  }

  Pattern condition() {
    if (below(3) != 0) return atom();
    return {Kind::choice, "", 0, 0, 0, {atom(), atom()}};
  }

  Pattern negated() { return {Kind::negation, "", 0, 0, 0, {condition()}}; }

  Pattern both() {
    Pattern p{Kind::both, "", 0, 0, 0, {}};
    for (std::uint32_t i = 2 + below(2); i > 0; --i) p.parts.push_back(below(2) == 0 ? negated() : condition());
    return p;
  }

  Pattern many(Kind kind, std::uint32_t depth) {
    Pattern p{kind, "", 0, 0, 0, {}};
    for (std::uint32_t i = 1 + below(3); i > 0; --i) p.parts.push_back(any(depth));
    return p;
  }

  Pattern repeated(std::uint32_t depth) {
    Pattern inner = any(depth);
    if (may_be_empty(inner)) return inner;
    const std::uint32_t min = below(3);
    const std::uint32_t max = below(2) == 0 ? 0 : std::max(min, 1u) + below(3);
    return {Kind::repeat, "", 0, min, max, {std::move(inner)}};
  }

  Pattern captured(std::uint32_t depth) {
    Pattern inner = uncaptured(depth);
    while (may_be_empty(inner)) inner = uncaptured(depth);
    return {Kind::capture, below(2) == 0 ? "SPEAKER" : "CUE", 0, 0, 0, {std::move(inner)}};
  }

  /// No captures inside captures, except @ADDRESSEE.
  Pattern uncaptured(std::uint32_t depth) {
    in_capture_ = true;
    Pattern p = any(depth);
    in_capture_ = false;
    return p;
  }

  Pattern any(std::uint32_t depth) {
    if (depth == 0) return atom();
    switch (below(12)) {
      case 0:
        return many(Kind::sequence, depth - 1);
      case 1:
        return many(Kind::choice, depth - 1);
      case 2:
      case 3:
      case 4:
        return repeated(depth - 1);
      case 5:
        return negated();
      case 6:
        return both();
      case 7:
        return {below(2) == 0 ? Kind::begin : Kind::end, "", 0, 0, 0, {}};
      case 8:
        return in_capture_ ? Pattern{Kind::capture, "ADDRESSEE", 0, 0, 0, {atom()}} : captured(depth - 1);
      default:
        return atom();
    }
  }

  std::mt19937& random_;
  Phase phase_;
  bool in_capture_ = false;
};

/// Walks a pattern with a continuation: true once a way through pattern and continuation is found.
class Twin {
 public:
  using Next = std::function<bool(std::uint32_t)>;

  Twin(const TestText& text, TokenRange region, const std::vector<std::string>& labels)
      : text_(text), region_(region), labels_(labels) {}

  std::vector<Capture> captures;
  std::uint32_t end = 0;
  std::uint64_t steps = 0;
  static constexpr std::uint64_t kMaxSteps = 20000;

  bool match(const Pattern& p, std::uint32_t at, const Next& next) {
    if (++steps > kMaxSteps) return false;
    switch (p.kind) {
      case Kind::sequence:
        return sequence(p, 0, at, next);
      case Kind::choice:
        return std::any_of(p.parts.begin(), p.parts.end(), [&](const Pattern& part) { return match(part, at, next); });
      case Kind::repeat:
        return repeat(p, 0, at, next);
      case Kind::capture:
        return capture(p, at, next);
      case Kind::begin:
        return begins_sentence(at) && next(at);
      case Kind::end:
        return ends_sentence(at) && next(at);
      case Kind::both:
        return both(p, at, next);
      default:
        break;
    }
    const std::vector<std::uint32_t> all = ends(p, at);
    return std::any_of(all.begin(), all.end(), next);
  }

 private:
  bool sequence(const Pattern& p, std::size_t part, std::uint32_t at, const Next& next) {
    if (part == p.parts.size()) return next(at);
    return match(p.parts[part], at, [&, part](std::uint32_t after) { return sequence(p, part + 1, after, next); });
  }

  bool repeat(const Pattern& p, std::uint32_t count, std::uint32_t at, const Next& next) {
    const bool more = p.max == 0 || count < p.max;
    const auto again = [&, count](std::uint32_t after) { return repeat(p, count + 1, after, next); };
    if (more && match(p.parts[0], at, again)) return true;
    return count >= p.min && next(at);
  }

  bool capture(const Pattern& p, std::uint32_t at, const Next& next) {
    const std::size_t index = captures.size();
    const auto label = std::find(labels_.begin(), labels_.end(), p.text);
    captures.push_back({{at, at}, static_cast<std::uint16_t>(label - labels_.begin())});
    const bool found = match(p.parts[0], at, [&](std::uint32_t after) {
      const std::uint32_t before = captures[index].tokens.end;
      captures[index].tokens.end = after;
      if (next(after)) return true;
      captures[index].tokens.end = before;
      return false;
    });
    if (!found) captures.resize(index);
    return found;
  }

  bool both(const Pattern& p, std::uint32_t at, const Next& next) {
    for (std::size_t i = 1; i < p.parts.size(); ++i) {
      if (ends(p.parts[i], at).empty()) return false;
    }
    return match(p.parts[0], at, next);
  }

  /// Where an atom, a choice of atoms or a negation may end, the first choice first.
  std::vector<std::uint32_t> ends(const Pattern& p, std::uint32_t at) {
    if (at == region_.end) return {};
    const std::string word(text_.tokens.word(at)), as_written(text_.tokens.written(at));
    const auto one_if = [&](bool matches) {
      return matches ? std::vector<std::uint32_t>{at + 1} : std::vector<std::uint32_t>{};
    };
    switch (p.kind) {
      case Kind::word:
        return one_if(word == folded(p.text));
      case Kind::exact:
        return one_if(as_written == p.text);
      case Kind::regex:
        return one_if(kRegexes[p.regex].matches(as_written));
      case Kind::shape:
        return one_if(has_shape(p.text, text_.tokens[at].shape));
      case Kind::negation:
        return one_if(ends(p.parts[0], at).empty());
      case Kind::list:
        return phrase_ends(p.text, at);
      case Kind::label:
        return label_ends(p.text, at);
      case Kind::choice:
        break;
      default:
        FAIL("no condition");
    }
    std::vector<std::uint32_t> all;
    for (const Pattern& part : p.parts) {
      for (const std::uint32_t after : ends(part, at)) all.push_back(after);
    }
    return all;
  }

  static bool has_shape(const std::string& name, Shape shape) {
    if (name == "Any") return true;
    if (name == "Cap") return shape == Shape::cap;
    if (name == "Lower") return shape == Shape::lower;
    if (name == "Punct") return shape == Shape::punct;
    return shape == Shape::initial;
  }

  static bool is_called(const ListRow& row, const std::string& name) {
    const std::string kind = folded(row.kind), file = row.list.substr(row.list.rfind('/') + 1);
    const std::string wanted = folded(name);
    return kind == wanted || kind.substr(0, kind.find('.')) == wanted || file.substr(0, file.find('.')) == wanted;
  }

  std::vector<std::uint32_t> phrase_ends(const std::string& list, std::uint32_t at) const {
    std::vector<std::uint32_t> all;
    for (const ListRow& row : list_rows()) {
      if (!is_called(row, list)) continue;
      for (const std::string& phrase : row.phrases) {
        std::uint32_t to = at;
        bool same = true;
        for (const std::string& word : split_words(phrase)) {
          same = same && to < region_.end && text_.tokens.word(to) == folded(word);
          ++to;
        }
        if (same) all.push_back(to);
      }
    }
    return longest_first(std::move(all));
  }

  std::vector<std::uint32_t> label_ends(const std::string& label, std::uint32_t at) const {
    std::vector<std::uint32_t> all;
    for (const LabelledRange& range : text_.earlier) {
      const bool here = range.tokens.begin == at && range.tokens.end <= region_.end;
      if (here && labels_[range.label] == label) all.push_back(range.tokens.end);
    }
    return longest_first(std::move(all));
  }

  static std::vector<std::uint32_t> longest_first(std::vector<std::uint32_t> ends) {
    std::sort(ends.rbegin(), ends.rend());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
  }

  bool begins_sentence(std::uint32_t at) const {
    return at < region_.end && std::any_of(text_.sentences.begin(), text_.sentences.end(),
                                           [&](TokenRange sentence) { return sentence.begin == at; });
  }
  bool ends_sentence(std::uint32_t at) const {
    return at > region_.begin && std::any_of(text_.sentences.begin(), text_.sentences.end(),
                                             [&](TokenRange sentence) { return sentence.end == at; });
  }

  const TestText& text_;
  TokenRange region_;
  const std::vector<std::string>& labels_;
};

std::vector<TokenRange> regions_of(const TestText& text, Phase phase) {
  if (phase == Phase::names) return text.sentences;
  std::vector<TokenRange> paragraphs;
  for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
    if (text.tokens[i].has(kParagraphBefore)) paragraphs.push_back({i, i});
    paragraphs.back().end = i + 1;
  }
  return paragraphs;
}

/// One rule's matches in a region; false if the twin gave up.
bool add_matches(const Pattern& pattern, std::uint32_t rule, const TestText& text, TokenRange region,
                 const std::vector<std::string>& labels, RuleMatches& out) {
  std::uint32_t next_start = region.begin;
  for (std::uint32_t at = region.begin; at < region.end; ++at) {
    if (at < next_start) continue;
    Twin twin(text, region, labels);
    const bool found = twin.match(pattern, at, [&](std::uint32_t end) { return twin.end = end, true; });
    if (twin.steps > Twin::kMaxSteps) return false;
    if (!found) continue;
    next_start = at + 1;
    for (const Capture& capture : twin.captures) next_start = std::max(next_start, capture.tokens.end);
    out.items.push_back({rule,
                         {at, twin.end},
                         static_cast<std::uint32_t>(out.captures.size()),
                         static_cast<std::uint32_t>(twin.captures.size())});
    out.captures.insert(out.captures.end(), twin.captures.begin(), twin.captures.end());
  }
  return true;
}

std::string random_text(Maker& maker, Phase phase) {
  static const std::vector<std::string> kWords = {"a", "b", "c", "Ada", "Eve", "a", "b", ",", "J."};
  std::string out;
  std::uint32_t open = 0;
  for (std::uint32_t i = 1 + maker.below(30); i > 0; --i) {
    if (phase == Phase::quotes && maker.below(5) == 0) {
      out += maker.below(2) == 0 ? "[PERSON " : "[QUOTE ";
      ++open;
    }
    out += kWords[maker.below(static_cast<std::uint32_t>(kWords.size()))] + ' ';
    for (; open > 0 && maker.below(2) == 0; --open) out += "] ";
    if (maker.below(12) == 0) out += "// ";
    if (maker.below(25) == 0) out += "¶ ";
  }
  for (; open > 0; --open) out += "] ";
  return out;
}

std::string shown(const RuleSet& rules, const RuleMatches& matches, const TestText& text) {
  std::string out = shown_matches(rules, matches, text, true);
  for (const RuleMatch& match : matches.items) {
    out += " " + std::to_string(match.tokens.begin) + "-" + std::to_string(match.tokens.end);
  }
  return out;
}

}  // namespace

TEST_CASE("the engine finds what the twin finds") {
  std::mt19937 random(20240607);
  const RuleSet::ScratchPtr scratch = RuleSet::make_scratch();  // used again for all: nothing may be left over
  std::size_t compared = 0, with_matches = 0;
  for (int round = 0; round < 2000; ++round) {
    const Phase phase = round % 2 == 0 ? Phase::names : Phase::quotes;
    Maker maker(random, phase);
    std::vector<Pattern> patterns;
    // QUOTE is a label of every pack, so that texts may be marked with it.
    std::string source = phase == Phase::names ? "pack t\n" : "pack t\nphase quotes\nlet quote = [QUOTE]\n";
    for (std::uint32_t i = 1 + maker.below(4); i > 0; --i) {
      patterns.push_back(maker.rule());
      source += "rule r" + std::to_string(i) + ": " + written(patterns.back()) + " likely\n";
    }
    const std::vector<RuleFile> files = {{"t.rules", source}};
    const RuleSet rules(files, lists().lexicons());
    for (int i = 0; i < 4; ++i) {
      const std::string notation = random_text(maker, phase);
      const TestText text(notation, lists(), rules.labels());
      RuleMatches expected, came;
      bool complete = true;
      for (const TokenRange region : regions_of(text, phase)) {
        for (std::uint32_t rule = 0; rule < patterns.size(); ++rule) {
          complete = complete && add_matches(patterns[rule], rule, text, region, rules.labels(), expected);
        }
      }
      if (!complete) continue;
      std::stable_sort(expected.items.begin(), expected.items.end(), [](const RuleMatch& a, const RuleMatch& b) {
        return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin : a.rule < b.rule;
      });
      rules.match(phase, {text.tokens, text.phrases, text.sentences, text.earlier}, *scratch, came);
      ++compared;
      if (!expected.items.empty()) ++with_matches;
      INFO(source << notation);
      REQUIRE(shown(rules, came, text) == shown(rules, expected, text));
    }
  }
  CHECK(compared > 7500);
  CHECK(with_matches > 2500);
}

}  // namespace quoth::internal
