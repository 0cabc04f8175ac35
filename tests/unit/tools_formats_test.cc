#include <catch2/catch.hpp>
#include <set>

#include "tools/formats.h"

namespace quoth::internal {
namespace {

std::string failure_in(const OutputFormat& format, const FailedLine& failure) {
  std::string out;
  format.write_failure(failure, {}, out);
  return out;
}

std::string document_in(const OutputFormat& format, bool several) {
  Document document;
  document.labels = {"PERSON", "LOCATION", "ORGANIZATION"};
  document.text = "Ada.";
  document.mentions = {{{0, 3}, kPerson, Form::name, EntityId{0}, 0.5f}};
  document.entities = {{kPerson, Sex::unknown, "Ada", {0}, {}}};
  FormatOptions options;
  options.several = several;
  std::string out;
  format.write(document, "a\nb", options, out);
  return out;
}

TEST_CASE("formats have names of their own, and text comes first") {
  std::set<std::string_view> names;
  for (const OutputFormat* format : output_formats()) names.insert(format->name);
  CHECK(names.size() == output_formats().size());
  CHECK(output_formats().front() == &kTextFormat);
}

TEST_CASE("one document in each format") {
  CHECK(document_in(kTextFormat, false) == "*Ada*.\n\n*People*\n  1  Ada\n");
  CHECK(document_in(kJsonlFormat, false) ==
        R"({"id":"a\nb","mentions":[{"start":0,"end":3,"type":"PERSON","form":"name","text":"Ada","entity":0,)"
        R"("name":"Ada","confidence":0.5}],"entities":[{"id":0,"type":"PERSON","name":"Ada","ids":{},"mentions":[0]}],)"
        "\"quotes\":[]}\n");
  CHECK(document_in(kJsonFormat, false).starts_with("{\n  \"id\": \"a\\nb\",\n"));
}

TEST_CASE("several texts have titles") { CHECK(document_in(kTextFormat, true).starts_with("==> a b <==\n*Ada*.")); }

TEST_CASE("a line that is no document, in its place") {
  const FailedLine unknown{std::nullopt, 12, "no \"id\""};
  const FailedLine known{"x", 3, "no \"text\""};
  CHECK(failure_in(kJsonlFormat, unknown) == "{\"id\":null,\"line\":12,\"error\":\"no \\\"id\\\"\"}\n");
  CHECK(failure_in(kJsonlFormat, known) == "{\"id\":\"x\",\"line\":3,\"error\":\"no \\\"text\\\"\"}\n");
  CHECK(failure_in(kJsonFormat, known) == "{\"id\": \"x\", \"line\": 3, \"error\": \"no \\\"text\\\"\"}");
  CHECK(failure_in(kTextFormat, unknown) == "==> (no name) <==\nline 12 is no document: no \"id\"\n");
  CHECK(failure_in(kTextFormat, known) == "==> x <==\nline 3 is no document: no \"text\"\n");
}

}  // namespace
}  // namespace quoth::internal
