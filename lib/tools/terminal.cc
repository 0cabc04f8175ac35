#include "tools/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>

namespace quoth::internal {
namespace {

constexpr std::uint32_t kUsualWidth = 80;
constexpr std::uint32_t kNarrowest = 40;
constexpr std::uint32_t kWidest = 1000;

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

std::uint32_t window_columns(int descriptor) {
  winsize size{};
  return ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

std::uint32_t number_in(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : 0;
}

}  // namespace

TerminalFacts terminal_facts(int descriptor) {
  const bool is_terminal = ::isatty(descriptor) == 1;
  return {is_terminal, is_terminal ? window_columns(descriptor) : 0, variable("COLUMNS"), variable("NO_COLOR"),
          variable("TERM")};
}

bool use_color(const TerminalFacts& facts, ColorChoice choice) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  return facts.is_terminal && facts.no_color_variable.empty() && facts.term_variable != "dumb";
}

std::uint32_t text_width(const TerminalFacts& facts) {
  std::uint32_t width = number_in(facts.columns_variable);
  if (width == 0) width = facts.window_columns;
  if (width == 0) width = kUsualWidth;
  return width < kNarrowest ? kNarrowest : (width > kWidest ? kWidest : width);
}

}  // namespace quoth::internal
