// readout: the command line. Parses arguments and hands them to the commands of tools/readout_cli.h.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "tools/embedded_model.h"
#include "tools/readout_cli.h"

namespace {

using namespace readout;

constexpr std::string_view kHelp =
    R"(readout: reads news articles and collates what they say, with the evidence for every line

  readout read FILE|FOLDER...                articles to readings, one JSON object a line
  readout read --ndjson < articles.ndjson    the same, from one {"id","text",...} a line
  readout collate < readings.ndjson          what the readings say together, for people
  readout collate --json < readings.ndjson   the same as one JSON object
  readout events < readings.ndjson           who did what to whom, as a table (CSV)
  readout events --plover < readings.ndjson  the same as PLOVER records, one JSON object a line
  readout --version

  --rules FILE what you have decided on entities and stories (rules.json), before anything is inferred; for collate
  --tokens     also write tokens with lemma, part of speech and syntax
  -j N         read with N threads (1 if not given; 0: one for each core); order and bytes stay the same

Inside folders, names that begin with a dot are passed over. An article that cannot be read gives
{"id":...,"error":{...}} in its place and a line on standard error; the others go on.
Exit status: 0 all went well, 1 some articles failed, 2 wrong usage.
)";

int usage(const std::string& fault) {
  std::fprintf(stderr, "readout: %s\nTry: readout --help\n", fault.c_str());
  return cli::kUsage;
}

// The N of "-j N"; none where it is no number.
std::optional<unsigned> jobs_from(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  unsigned jobs = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    jobs = jobs * 10 + static_cast<unsigned>(c - '0');
  }
  if (jobs > 1024) return std::nullopt;
  return jobs > 0 ? jobs : std::max(1u, std::thread::hardware_concurrency());
}

struct Arguments {
  bool ndjson = false;
  bool tokens = false;
  bool json = false;
  bool plover = false;
  std::string rules;
  unsigned jobs = 1;
  std::vector<std::string> rest;
  std::string fault;  // what is wrong with them; empty: nothing
};

Arguments parse(const std::vector<std::string>& words) {
  Arguments found;
  bool options_end = false;
  for (size_t i = 0; i < words.size() && found.fault.empty(); ++i) {
    const std::string& word = words[i];
    if (options_end || word.size() < 2 || word[0] != '-') {
      found.rest.push_back(word);
    } else if (word == "--") {
      options_end = true;
    } else if (word == "--ndjson") {
      found.ndjson = true;
    } else if (word == "--tokens") {
      found.tokens = true;
    } else if (word == "--json") {
      found.json = true;
    } else if (word == "--plover") {
      found.plover = true;
    } else if (word == "--rules") {
      if (i + 1 < words.size()) found.rules = words[++i];
      if (found.rules.empty()) found.fault = "--rules wants a file";
    } else if (word.compare(0, 2, "-j") == 0) {
      const std::string number = word.size() > 2 ? word.substr(2) : i + 1 < words.size() ? words[++i] : "";
      if (const auto jobs = jobs_from(number)) {
        found.jobs = *jobs;
      } else {
        found.fault = "-j wants a number of threads, 0 to 1024";
      }
    } else {
      found.fault = "there is no option " + word;
    }
  }
  return found;
}

int run_read(const Arguments& arguments) {
  if (!arguments.rules.empty()) return usage("--rules belongs to collate");
  if (arguments.json) return usage("--json belongs to collate; read always writes JSON");
  if (arguments.plover) return usage("--plover belongs to events");
  if (arguments.ndjson && !arguments.rest.empty()) return usage("--ndjson reads standard input and takes no files");
  if (!arguments.ndjson && arguments.rest.empty()) return usage("read wants files or folders, or --ndjson");
  const auto model = Model::load(embedded_model());
  if (!model) {
    cli::report("the built-in model", model.error());
    return cli::kSomeFailed;
  }
  const cli::ReadOptions options{arguments.tokens, arguments.jobs, arguments.rest};
  return arguments.ndjson ? cli::read_ndjson(options, model.value()) : cli::read_files(options, model.value());
}

int run_collate(const Arguments& arguments) {
  if (arguments.ndjson || arguments.tokens) return usage("--ndjson and --tokens belong to read");
  if (arguments.plover) return usage("--plover belongs to events");
  if (!arguments.rest.empty()) return usage("collate reads standard input and takes no files");
  return cli::collate_readings({arguments.json, arguments.rules, arguments.jobs});
}

int run_events(const Arguments& arguments) {
  if (arguments.ndjson || arguments.tokens) return usage("--ndjson and --tokens belong to read");
  if (!arguments.rules.empty()) return usage("--rules belongs to collate");
  if (arguments.json) return usage("--json belongs to collate; --plover gives events as JSON lines");
  if (!arguments.rest.empty()) return usage("events reads standard input and takes no files");
  return cli::list_events({arguments.plover, arguments.jobs});
}

int run_version() {
  const auto model = Model::load(embedded_model());
  if (!model) {
    cli::report("the built-in model", model.error());
    return cli::kSomeFailed;
  }
  std::printf("readout %s, model %s\n", std::string(kVersion).c_str(), model.value().version.c_str());
  return cli::kOk;
}

}  // namespace

namespace readout::cli {

void report(std::string_view name, const Error& error) {
  std::string line = "readout: " + std::string(name) + ": " + error.code;
  if (error.offset) line += " at byte " + std::to_string(*error.offset);
  line += ": " + error.message + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

bool write_out(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() && std::fflush(stdout) == 0) return true;
  report("standard output", {"unwritable", std::string("It cannot be written: ") + std::strerror(errno) + ".", {}});
  return false;
}

}  // namespace readout::cli

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.empty()) return usage("say what to do");
  const std::string& command = words[0];
  if (command == "--help" || command == "-h" || command == "help") {
    return cli::write_out(kHelp) ? cli::kOk : cli::kSomeFailed;
  }
  if (command == "--version") return run_version();
  if (command != "read" && command != "collate" && command != "events") return usage("there is no command " + command);
  const Arguments arguments = parse({words.begin() + 1, words.end()});
  if (!arguments.fault.empty()) return usage(arguments.fault);
  if (command == "events") return run_events(arguments);
  return command == "read" ? run_read(arguments) : run_collate(arguments);
}
