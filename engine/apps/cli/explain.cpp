// toets explain: the page about the code of a message, built into the program.
#include <algorithm>

#include "apps/cli/commands.h"
#include "apps/cli/pages.h"

namespace toets::cli {

int explain(const Options& options) {
    std::string code = options.code;
    std::transform(code.begin(), code.end(), code.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
    });
    for (const Page& page : pages()) {
        if (page.code == code)
            return write_output(std::string(page.text), {}, options.language) ? exit_good : exit_error;
    }
    print_diagnostic({Code::UnknownCode, {}, {word("text", options.code)}, {}}, options.language);
    return exit_error;
}

}  // namespace toets::cli
