#pragma once

// A notation for texts with their names and quotes, for tests of lib/quote through the whole analyzer:
//
//     “<D>It is over,</D>” <C>said</C> <S>[Ada Okoye]</S>. “<D>Go home.</D>”
//
// [Ada Okoye] is a person's name, [O:Orbell Rail] an organisation's, [L:Lagos] a place's: names are given to the
// analyzer, so that no test of quotes hangs on the recognition of names. <D>, <M> and <I> are the content of direct,
// mixed and indirect quotes, a pair of tags for each part; <S> is the speaker, <C> the cue, <A> the addressee. A
// speaker that is no name but known has the entity's name in its tag: <S Ada Okoye>she</S>. Where there are several
// quotes, each tag has its quote's number: <D2>. " ¶ " is a blank line and " / " a line break.

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quoth/quoth.h"

namespace quoth {

struct MarkedText {
  std::string text;
  std::vector<GivenMention> names;
};

inline std::string with_all_replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

/// Takes the names out of the notation and leaves out what is expected.
inline MarkedText read_marked(std::string_view row) {
  MarkedText out;
  const std::string lines = with_all_replaced(with_all_replaced(std::string(row), " \u00B6 ", "\n\n"), " / ", "\n");
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i] == '<') {
      i = lines.find('>', i);
    } else if (lines[i] == '[') {
      const bool labelled = lines.compare(i + 2, 1, ":") == 0;
      const char kind = labelled ? lines[i + 1] : 'P';
      if (labelled) i += 2;
      const auto begin = static_cast<std::uint32_t>(out.text.size());
      out.names.push_back({{begin, begin}, kind == 'P' ? "PERSON" : kind == 'L' ? "LOCATION" : "ORGANIZATION"});
    } else if (lines[i] == ']') {
      out.names.back().span.end = static_cast<std::uint32_t>(out.text.size());
    } else {
      out.text += lines[i];
    }
  }
  return out;
}

/// A pair of tags around a stretch.
struct Tag {
  Span span;
  int rank;  // of two with one span, the smaller holds the other
  std::string open, close;
};

inline std::string put_tags(std::string_view text, std::vector<Tag> tags) {
  std::stable_sort(tags.begin(), tags.end(), [](const Tag& a, const Tag& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    return a.span.end != b.span.end ? a.span.end > b.span.end : a.rank < b.rank;
  });
  std::vector<std::string> opening(text.size() + 1), closing(text.size() + 1);
  for (const Tag& tag : tags) {
    opening[tag.span.begin] += tag.open;
    closing[tag.span.end].insert(0, tag.close);
  }
  std::string out;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    out += closing[i] + opening[i];
    if (i < text.size()) out += text[i];
  }
  return out;
}

/// The document in the notation.
inline std::string marked(const Document& doc) {
  std::vector<Tag> tags;
  for (const Mention& m : doc.mentions) {
    if (m.form != Form::name) continue;
    const char* open = m.label == kPerson ? "[" : m.label == kLocation ? "[L:" : "[O:";
    tags.push_back({m.span, 3, open, "]"});
  }
  for (std::size_t q = 0; q < doc.quotes.size(); ++q) {
    const Quote& quote = doc.quotes[q];
    const std::string number = doc.quotes.size() > 1 ? std::to_string(q + 1) : "";
    const auto add = [&](const std::vector<Span>& spans, int rank, const std::string& letter, const std::string& name) {
      for (const Span span : spans)
        tags.push_back({span, rank, "<" + letter + number + name + ">", "</" + letter + number + ">"});
    };
    const char* type = quote.type == QuoteType::direct ? "D" : quote.type == QuoteType::mixed ? "M" : "I";
    std::string entity;
    if (quote.speaker && doc.mentions[*quote.speaker].form != Form::name && doc.speaker_entity(quote))
      entity = " " + doc.entities[*doc.speaker_entity(quote)].name;
    add(quote.content, 0, type, "");
    add(quote.speaker_span, 1, "S", entity);
    add(quote.cue, 2, "C", "");
    add(quote.addressee, 2, "A", "");
  }
  std::string out = put_tags(doc.text, std::move(tags));
  return with_all_replaced(with_all_replaced(out, "\n\n", " \u00B6 "), "\n", " / ");
}

inline Document analyze_marked(std::string_view row) {
  const MarkedText in = read_marked(row);
  return Analyzer::english().analyze(in.text, in.names);
}

/// The row with the tags of what is found in it: equal to the row if all is found as expected.
inline std::string found_in(std::string_view row) { return marked(analyze_marked(row)); }

}  // namespace quoth
