#include "tools/reliability.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace quoth::internal {

void Reliability::add(float confidence, bool right) {
  const float inside = std::clamp(confidence, 0.0F, 1.0F);
  Bin& bin = bins_[std::min<std::size_t>(static_cast<std::size_t>(inside * 10), bins_.size() - 1)];
  ++bin.names;
  bin.right += right;
  bin.confidence += static_cast<double>(inside);
}

Reliability::Bin Reliability::total() const {
  Bin sum;
  for (const Bin& bin : bins_) {
    sum.names += bin.names;
    sum.right += bin.right;
    sum.confidence += bin.confidence;
  }
  return sum;
}

double Reliability::expected_error() const {
  const std::uint32_t names = total().names;
  double sum = 0;
  for (const Bin& bin : bins_) sum += bin.names * std::abs(bin.mean_confidence() - bin.share_right());
  return names == 0 ? 0 : sum / names;
}

std::string Reliability::report() const {
  std::string out = "confidence     names    mean   right\n";
  std::array<char, 96> line{};
  const auto row = [&](const char* title, const Bin& bin) {
    std::snprintf(line.data(), line.size(), "%-12s %7u  %6.1f  %6.1f\n", title, bin.names, bin.mean_confidence(),
                  bin.share_right());
    out += line.data();
  };
  for (std::size_t b = 0; b < bins_.size(); ++b) {
    const std::string title = std::to_string(10 * b) + " to " + std::to_string(10 * b + 10);
    if (bins_[b].names != 0) row(title.c_str(), bins_[b]);
  }
  row("all", total());
  std::snprintf(line.data(), line.size(), "expected calibration error: %.1f points\n", expected_error());
  return out + line.data();
}

}  // namespace quoth::internal
