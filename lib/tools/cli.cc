#include "tools/cli.h"

#include <algorithm>

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

/// Leaves the value of "--name=value" out.
[[noreturn]] void refuse_unknown(const CLI::App& app, std::string_view argument) {
  const std::string_view name = argument.substr(0, argument.find('='));
  const std::string meant = suggestion(name, option_names(app));
  throw UsageError("unknown option '" + std::string(name) + "'" + (meant.empty() ? hint(app) : meant));
}

}  // namespace

bool parse_arguments(CLI::App& app, std::span<const std::string> arguments) {
  app.allow_extras();
  app.set_help_flag("-h,--help", "Print this help");
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    return false;
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string_view message = error.what();  // "--to: 1 required FORMAT missing"
    throw UsageError(std::string(message.substr(0, message.find(':'))) + " needs a value" + hint(app));
  } catch (const CLI::ConversionError& error) {
    const std::string_view message = error.what();  // "Could not convert: --threads = x"
    throw UsageError("wrong value" + std::string(message.substr(std::min(message.find(':'), message.size()))) +
                     hint(app));
  } catch (const CLI::ParseError& error) {
    std::string message = error.what();
    std::replace(message.begin(), message.end(), '\n', ' ');
    throw UsageError(message + hint(app));
  }
  for (const std::string& extra : app.remaining()) {
    if (extra == "--") continue;  // CLI11 keeps the mark behind which all arguments are files
    if (extra.size() > 1 && extra.front() == '-') refuse_unknown(app, extra);
    throw UsageError("unexpected argument '" + extra + "'" + hint(app));
  }
  return true;
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
