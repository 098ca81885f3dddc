// Lets the tests include <catch2/catch.hpp>, the header of Catch2 2, where Catch2 3 is installed.
#pragma once

#include <catch2/catch_all.hpp>
