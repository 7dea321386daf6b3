// Runs a fuzzer without libFuzzer: over the files of a corpus and over changes to them that are the same every time.
// usage: NAME_fuzz ROUNDS FOLDER
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

// xorshift64
uint64_t roll(uint64_t& state) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

std::string changed(std::string bytes, const std::string& other, uint64_t& dice) {
  for (uint64_t changes = 1 + roll(dice) % 4; changes > 0; --changes) {
    const size_t at = bytes.empty() ? 0 : roll(dice) % bytes.size();
    switch (roll(dice) % 5) {
      case 0:
        bytes.insert(at, 1, static_cast<char>(roll(dice)));
        break;
      case 1:
        bytes.erase(at, roll(dice) % 16);
        break;
      case 2:
        if (!bytes.empty()) bytes[at] = static_cast<char>(roll(dice));
        break;
      case 3:
        bytes.resize(at);
        break;
      default:
        if (!other.empty()) bytes.insert(at, other, roll(dice) % other.size(), roll(dice) % 64);
    }
  }
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::vector<std::string> corpus{""};
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(argv[2])) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    corpus.emplace_back((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  }
  uint64_t dice = 88172645463325252u;
  uint64_t runs = 0;
  const auto run = [&](const std::string& bytes) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
    ++runs;
  };
  for (const std::string& bytes : corpus) run(bytes);
  for (int round = std::atoi(argv[1]); round > 0; --round) {
    run(changed(corpus[roll(dice) % corpus.size()], corpus[roll(dice) % corpus.size()], dice));
  }
  std::printf("%llu runs\n", static_cast<unsigned long long>(runs));
  return 0;
}
