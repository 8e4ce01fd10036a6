// SHA-256 (FIPS 180-4) and HMAC with it (RFC 2104), in lower-case hexadecimals.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

namespace toets::dossier {

std::string sha256(std::string_view bytes);
// Of the stream to its end, of which `size` becomes the number of bytes.
std::string sha256(std::istream& stream, std::uint64_t& size);
std::string keyed_sha256(std::string_view key, std::string_view bytes);
constexpr std::size_t digest_length = 64;  // hexadecimals
bool is_digest(std::string_view text);

}  // namespace toets::dossier
