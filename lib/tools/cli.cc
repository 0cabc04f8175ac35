#include "tools/cli.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <iomanip>
#include <sstream>
#include <type_traits>

#include "match/rule_suggest.h"
#include "tools/errors.h"

namespace quoth::internal {
namespace {

std::string hint(const CLI::App& app) { return " (" + app.get_name() + " --help tells more)"; }

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
  }
  return names;
}

/// 0.9, 65000
std::string shown(double number) {
  std::ostringstream text;
  text << std::setprecision(12) << number;
  return text.str();
}

// CLI11 takes "[a,b]" for two values where there may be several, and this one for a file's name as any other.
constexpr char kAsItIs = '\x1f';

std::string shielded(const std::string& argument) {
  const bool needs = !argument.empty() && (argument.front() == '[' || argument.front() == kAsItIs);
  return needs ? kAsItIs + argument : argument;
}

std::string unshielded(const std::string& argument) {
  return !argument.empty() && argument.front() == kAsItIs ? argument.substr(1) : argument;
}

/// CLI11's "--to: what" as "--to what".
std::string without_colon(std::string message) {
  const std::size_t colon = message.find(": ");
  return colon == std::string::npos ? message : message.erase(colon, 1);
}

// Behind all others that were declared, however often it is called.
void add_help_flag(CLI::App& app) { app.set_help_flag("-h,--help", "Print this help"); }

/// Leaves the value of "--name=value" out.
[[noreturn]] void refuse_unknown(const CLI::App& app, std::string_view argument) {
  const std::string_view name = argument.substr(0, argument.find('='));
  const std::string meant = suggestion(name, option_names(app));
  throw UsageError("unknown option '" + std::string(name) + "'" + (meant.empty() ? hint(app) : meant));
}

}  // namespace

DeclaredOption DeclaredOption::required() {
  option_->required();
  return *this;
}

DeclaredOption DeclaredOption::shown_as(const std::string& value) {
  option_->type_name(value);
  return *this;
}

DeclaredOption DeclaredOption::with_default() {
  option_->capture_default_str();
  return *this;
}

DeclaredOption DeclaredOption::in_range(double least, double most) {
  const std::string range = shown(least) + " to " + shown(most);
  const auto fault = [=](const std::string& text) {
    double value = 0;
    if (!CLI::detail::lexical_cast(text, value)) return std::string();  // it is no number: told where it is read
    return value >= least && value <= most ? std::string() : "takes a number from " + range;
  };
  option_->check(CLI::Validator(fault, "[" + range + "]"));
  return *this;
}

DeclaredOption DeclaredOption::one_each() {
  option_->take_all()->expected(1)->allow_extra_args(false);
  return *this;
}

CommandLine::CommandLine(const std::string& description, const std::string& command)
    : app_(std::make_unique<CLI::App>(description, command)) {
  app_->allow_extras();
}

CommandLine::~CommandLine() = default;

void CommandLine::let_last_count() { app_->option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast); }

template <class T>
DeclaredOption CommandLine::add(const std::string& names, T& value, const std::string& help) {
  CLI::Option* option = app_->add_option(names, value, help)->transform(unshielded);
  if constexpr (std::is_same_v<T, std::vector<std::string>>) option->take_all();
  return DeclaredOption(option);
}
template DeclaredOption CommandLine::add(const std::string&, std::string&, const std::string&);
template DeclaredOption CommandLine::add(const std::string&, std::vector<std::string>&, const std::string&);
template DeclaredOption CommandLine::add(const std::string&, int&, const std::string&);
template DeclaredOption CommandLine::add(const std::string&, std::uint32_t&, const std::string&);
template DeclaredOption CommandLine::add(const std::string&, std::uint64_t&, const std::string&);
template DeclaredOption CommandLine::add(const std::string&, float&, const std::string&);

void CommandLine::add_flag(const std::string& names, bool& value, const std::string& help) {
  app_->add_flag(names, value, help);
}

bool CommandLine::parse(std::span<const std::string> arguments) {
  CLI::App& app = *app_;
  add_help_flag(app);
  try {
    std::vector<std::string> reversed(arguments.size());  // as CLI11 takes them
    std::transform(arguments.rbegin(), arguments.rend(), reversed.begin(), shielded);
    app.parse(std::move(reversed));
  } catch (const CLI::CallForHelp&) {
    return false;
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string_view message = error.what();  // "--to: 1 required FORMAT missing", "--to: At Most 1 required ..."
    const bool too_many = message.find("At Most") != std::string_view::npos;
    throw UsageError(std::string(message.substr(0, message.find(':'))) +
                     (too_many ? " was given twice: it takes one value" : " needs a value") + hint(app));
  } catch (const CLI::ValidationError& error) {
    throw UsageError(without_colon(error.what()) + hint(app));
  } catch (const CLI::ConversionError& error) {
    const std::string_view message = error.what();  // "Could not convert: --threads = x"
    throw UsageError("wrong value" + std::string(message.substr(std::min(message.find(':'), message.size()))) +
                     hint(app));
  } catch (const CLI::ParseError& error) {
    std::string message = error.what();
    std::replace(message.begin(), message.end(), '\n', ' ');
    throw UsageError(message + hint(app));
  }
  for (const std::string& argument : app.remaining()) {
    const std::string extra = unshielded(argument);
    if (extra == "--") continue;  // CLI11 keeps the mark behind which all arguments are files
    if (extra.size() > 1 && extra.front() == '-') refuse_unknown(app, extra);
    throw UsageError("unexpected argument '" + extra + "'" + hint(app));
  }
  return true;
}

std::string CommandLine::help(const std::string& footer) const {
  add_help_flag(*app_);
  app_->footer(footer);
  return app_->help();
}

std::size_t choose(std::string_view what, std::string_view value, std::span<const std::string_view> names) {
  const auto found = std::find(names.begin(), names.end(), value);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  std::string message = "unknown " + std::string(what) + " '" + std::string(value) + "'";
  const std::string meant = suggestion(value, std::vector<std::string>(names.begin(), names.end()));
  if (!meant.empty()) throw UsageError(message + meant);
  message += ": it is one of";
  for (const std::string_view name : names) message += ' ' + std::string(name);
  throw UsageError(message);
}

}  // namespace quoth::internal
