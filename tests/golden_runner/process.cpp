#include "process.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <stdexcept>

namespace golden {

namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

File temporary_file() {
    File file(std::tmpfile(), &std::fclose);
    if (!file) throw std::runtime_error("cannot make a temporary file");
    return file;
}

std::string read_all(std::FILE* file) {
    std::string text;
    char buffer[4096];
    std::rewind(file);
    for (std::size_t size = 0; (size = std::fread(buffer, 1, sizeof buffer, file)) > 0;) text.append(buffer, size);
    return text;
}

constexpr int not_started = 127;

[[noreturn]] void become(const std::filesystem::path& program, std::vector<char*>& arguments,
                         const std::filesystem::path& folder, int out, int error) {
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    const bool is_ready = chdir(folder.c_str()) == 0 && dup2(nothing, STDIN_FILENO) >= 0 &&
                          dup2(out, STDOUT_FILENO) >= 0 && dup2(error, STDERR_FILENO) >= 0;
    if (is_ready) execv(program.c_str(), arguments.data());
    _exit(not_started);
}

}  // namespace

Outcome run(const std::filesystem::path& program, const std::vector<std::string>& arguments,
            const std::filesystem::path& folder) {
    std::vector<std::string> words = {"toets"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const File out = temporary_file();
    const File error = temporary_file();
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("cannot start a process");
    if (child == 0) become(program, pointers, folder, fileno(out.get()), fileno(error.get()));
    int status = 0;
    waitpid(child, &status, 0);
    const int exit_status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    if (exit_status == not_started) throw std::runtime_error("cannot run " + program.string());
    return {read_all(out.get()), read_all(error.get()), exit_status};
}

}  // namespace golden
