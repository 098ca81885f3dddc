// The bare reader of YAML: takes every event of the files from yaml-cpp and does nothing with them. What it takes is
// the least that any tool must take that reads YAML with yaml-cpp.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <cstddef>
#include <cstdio>
#include <fstream>
#include <string>

namespace {

class CountingHandler : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override { ++events_; }
  void OnDocumentEnd() override { ++events_; }
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { ++events_; }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { ++events_; }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string& value) override {
    ++events_;
    bytes_ += value.size();
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    ++events_;
  }
  void OnSequenceEnd() override { ++events_; }
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    ++events_;
  }
  void OnMapEnd() override { ++events_; }

  [[nodiscard]] std::size_t events() const { return events_; }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  std::size_t events_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace

int main(int argument_count, char** arguments) {
  CountingHandler handler;
  for (int index = 1; index < argument_count; ++index) {
    std::ifstream stream(arguments[index], std::ios::binary);
    if (!stream) {
      std::fprintf(stderr, "%s: cannot be opened\n", arguments[index]);
      return 3;
    }
    try {
      YAML::Parser parser(stream);
      while (parser.HandleNextDocument(handler)) {
      }
    } catch (const YAML::Exception& error) {
      std::fprintf(stderr, "%s: %s\n", arguments[index], error.what());
      return 3;
    }
  }
  std::printf("%zu events, %zu bytes of text\n", handler.events(), handler.bytes());
}
