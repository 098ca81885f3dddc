// SHA-256 against the examples of FIPS 180-4 and of NIST's test vectors.
#include <catch2/catch.hpp>

#include "report/sha256.hpp"

using roadlint::report::sha256_hexadecimal;

TEST_CASE("SHA-256: nothing, one block, two blocks, a million letters", "[report]") {
  CHECK(sha256_hexadecimal("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hexadecimal("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hexadecimal("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256_hexadecimal(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256: base 64", "[report]") {
  CHECK(roadlint::report::sha256_base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

TEST_CASE("SHA-256: bytes that are no text", "[report]") {
  CHECK(sha256_hexadecimal("\xbd") == "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b");
  CHECK(sha256_hexadecimal(std::string(4, '\0')) == "df3f619804a92fdb4057192dc43dd748ea778adc52bc498ce80524c014b81119");
}
