// Reported clauses without marks: the notation is that of quote_fixture.h.

#include <catch2/catch.hpp>

#include "quote_fixture.h"

namespace quoth {
namespace {

void check(std::initializer_list<const char*> rows) {
  for (const char* row : rows) CHECK(found_in(row) == row);
}

TEST_CASE("the clause behind the verb") {
  check({
      "<S>[Okoye]</S> <C>said</C> <I>the road was shut</I>.",
      "<S>[Okoye]</S> <C>said</C> <I>that the road was shut</I>.",
      "<S>The minister</S> <C>says</C> <I>she will go</I>.",
      "<S>[Okoye]</S> <C>warned</C> <I>that the road would be shut</I>.",
      "<S>[Okoye]</S> <C>asked</C> <I>whether the road was shut</I>.",
      "<S>[Okoye]</S> <C>told</C> <A>reporters</A> <I>the road was shut</I>.",
      "<S>[Okoye]</S> <C>told</C> <A>the court</A> <I>that the road was shut</I>.",
      "<S>[O:Orbell Rail]</S> <C>announced</C> <I>that it had sold the line</I>.",
      "<S>Police</S> <C>said</C> <I>two people were hurt</I>.",
  });
}

TEST_CASE("the clause before the verb, and around it") {
  check({
      "<I>The road was shut</I>, <S>[Okoye]</S> <C>said</C>.",
      "<I>The road was shut</I>, <C>said</C> <S>[Okoye]</S>.",
      "<I>The road</I>, <S>[Okoye]</S> <C>said</C>, <I>was shut</I>.",
      "<I>The road was</I>, <S>[Okoye]</S> <C>said</C>, , ?",
      "<I1>The road was shut</I1>, <S1><S2>[Okoye]</S2></S1> <C1>said</C1>, <C2>adding</C2> <I2>that it would "
      "stay so</I2>.",
      "<I>The road was shut</I>, <S>police</S> <C>said</C> on Monday.",
  });
}

TEST_CASE("two acts of one sentence") {
  check({
      "“<D>It is over,</D>” <C>said</C> <S>an officer seen near the road, who spoke on condition of "
      "silence</S>.",
      "“<D1>It is over,</D1>” <C1>said</C1> <S1>[Okoye]</S1>, and <I2>it was</I2>, <S2>[Novak]</S2> <C2>said</C2>.",
      "“<D1>Yes,</D1>” <C1>said</C1> <S1>[Okoye]</S1>, and <S2>[Novak]</S2> <C2>said</C2>: “<D2>No.</D2>”",
  });
}

TEST_CASE("according to") {
  check({
      "<C>According to</C> <S>[Okoye]</S>, <I>the road was shut</I>.",
      "<I>The road was shut</I>, <C>according to</C> <S>[Okoye]</S>.",
      "<I>The road was shut</I> <C>according to</C> <S>[Okoye]</S>.",
      "<I>The road</I>, <C>according to</C> <S>[Okoye]</S>, <I>was shut</I>.",
  });
}

TEST_CASE("two verbs of one subject report two clauses") {
  check({
      "<S1><S2>[Okoye]</S2></S1> <C1>said</C1> <I1>the road was shut</I1> and <C2>warned</C2> <I2>that it would stay "
      "so</I2>.",
  });
}

TEST_CASE("no clause is reported") {
  check({
      "[Okoye] spoke.",
      "[Okoye] denied it.",
      "[Okoye] left the road.",
      "The talks went on, and [Okoye] praised them.",
      "The road was shut.",
  });
}

TEST_CASE("clauses stay inside their sentence") {
  check({
      "<S>[Okoye]</S> <C>said</C> <I>the road was shut</I>. It opened on Monday.",
      "It was Monday. <I>The road was shut</I>, <S>[Okoye]</S> <C>said</C>. It opened later.",
      "<S>[Okoye]</S> <C>said</C> <I>the road was shut</I> ¶ Weather",
  });
}

}  // namespace
}  // namespace quoth
