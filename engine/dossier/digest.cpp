// The one file that knows nettle.
#include "dossier/digest.h"

#include <nettle/hmac.h>
#include <nettle/sha2.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <istream>

namespace toets::dossier {

namespace {

using Digest = std::array<std::uint8_t, SHA256_DIGEST_SIZE>;

const std::uint8_t* bytes_of(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

std::string to_hexadecimals(const Digest& digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : digest) {
        text += digits[byte >> 4U];
        text += digits[byte & 0x0fU];
    }
    return text;
}

}  // namespace

std::string sha256(std::string_view bytes) {
    sha256_ctx context{};
    sha256_init(&context);
    sha256_update(&context, bytes.size(), bytes_of(bytes));
    Digest digest{};
    sha256_digest(&context, digest.size(), digest.data());
    return to_hexadecimals(digest);
}

std::string sha256(std::istream& stream, std::uint64_t& size) {
    sha256_ctx context{};
    sha256_init(&context);
    std::string chunk(std::size_t{64} << 10U, '\0');
    size = 0;
    while (stream) {
        stream.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
        const auto count = static_cast<std::size_t>(stream.gcount());
        sha256_update(&context, count, bytes_of(chunk));
        size += count;
    }
    Digest digest{};
    sha256_digest(&context, digest.size(), digest.data());
    return to_hexadecimals(digest);
}

std::string keyed_sha256(std::string_view key, std::string_view bytes) {
    hmac_sha256_ctx context{};
    hmac_sha256_set_key(&context, key.size(), bytes_of(key));
    hmac_sha256_update(&context, bytes.size(), bytes_of(bytes));
    Digest digest{};
    hmac_sha256_digest(&context, digest.size(), digest.data());
    return to_hexadecimals(digest);
}

bool is_digest(std::string_view text) {
    return text.size() == digest_length && std::all_of(text.begin(), text.end(), [](char digit) {
               return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
           });
}

}  // namespace toets::dossier
