#include "model/confidence.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <optional>
#include <vector>

namespace quoth::internal {
namespace {

bool is_valid(const ConfidenceCurve& curve) {
  return curve.ceiling > 0 && curve.ceiling <= 1 && curve.slope > 0 && std::isfinite(curve.slope) &&
         std::isfinite(curve.shift);
}

// Takes "name=NUMBER" and the tab behind it off the line.
bool take(std::string_view& line, std::string_view name, float& out) {
  const std::string_view field = line.substr(0, line.find('\t'));
  line.remove_prefix(std::min(line.size(), field.size() + 1));
  if (!field.starts_with(name) || field.substr(name.size(), 1) != "=") return false;
  const char* end = field.data() + field.size();
  const auto result = std::from_chars(field.data() + name.size() + 1, end, out);
  return result.ec == std::errc{} && result.ptr == end;
}

bool read_line(std::string_view line, ConfidenceCurves& curves) {
  const std::string_view type = line.substr(0, line.find('\t'));
  line.remove_prefix(std::min(line.size(), type.size() + 1));
  const auto known = std::find(kNameTypeNames.begin(), kNameTypeNames.end(), type);
  ConfidenceCurve curve;
  if (known == kNameTypeNames.end() || !take(line, "ceiling", curve.ceiling) || !take(line, "slope", curve.slope) ||
      !take(line, "shift", curve.shift) || !line.empty() || !is_valid(curve))
    return false;
  curves[static_cast<std::size_t>(known - kNameTypeNames.begin())] = curve;
  return true;
}

}  // namespace

float ConfidenceCurve::operator()(float p) const {
  if (changes_nothing()) return p;
  if (!(p > 0)) return 0;
  if (p >= 1) return ceiling;
  return ceiling / (1 + std::exp(-(slope * std::log(p / (1 - p)) + shift)));
}

ConfidenceCurves read_confidence(std::string_view text, const std::string& file) {
  ConfidenceCurves curves;
  std::vector<Fault> faults;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && line.front() != '#' && !read_line(line, curves))
      faults.push_back({file, number, 1, "expected TYPE, ceiling=, slope= and shift= with tabs between them"});
  }
  if (!faults.empty()) throw LoadError(std::move(faults));
  return curves;
}

std::string confidence_lines(const ConfidenceCurves& curves) {
  std::string out;
  for (std::size_t t = 0; t < kNameTypes; ++t) {
    if (curves[t].changes_nothing()) continue;
    std::array<char, 128> numbers{};
    std::snprintf(numbers.data(), numbers.size(), "\tceiling=%.3f\tslope=%.3f\tshift=%.3f\n",
                  static_cast<double>(curves[t].ceiling), static_cast<double>(curves[t].slope),
                  static_cast<double>(curves[t].shift));
    out.append(kNameTypeNames[t]).append(numbers.data());
  }
  return out;
}

void freeze_confidence(const ConfidenceCurves& curves, std::string_view section, FrozenWriter& writer) {
  writer.add(section, std::vector<ConfidenceCurve>(curves.begin(), curves.end()));
}

ConfidenceCurves load_confidence(const FrozenFile& file, std::string_view section) {
  ConfidenceCurves curves;
  if (!file.has(section)) return curves;
  const auto stored = file.table<ConfidenceCurve>(section);
  if (stored.size() != curves.size() || !std::all_of(stored.begin(), stored.end(), is_valid))
    file.fail("curves of confidence are broken");
  std::copy(stored.begin(), stored.end(), curves.begin());
  return curves;
}

}  // namespace quoth::internal
