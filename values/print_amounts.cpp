// Prints amounts for people: grouped in threes and rounded, in German for "de" and in English for every other language.
#include <algorithm>
#include <string>

#include "values/amounts.hpp"

namespace roadlint {
namespace {

constexpr int number_places = 6;
constexpr int money_places = 2;
constexpr int percent_places = 2;
constexpr std::size_t group_size = 3;

/// `plain` is a decimal as Number::rounded_text writes it.
std::string grouped_text(const std::string& plain, std::string_view language) {
  const bool is_german = language == "de";
  const std::size_t point = std::min(plain.find('.'), plain.size());
  std::string text = plain.substr(0, point);
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  for (std::size_t end = text.size(); end > sign + group_size;) {
    end -= group_size;
    text.insert(end, 1, is_german ? '.' : ',');
  }
  if (point == plain.size()) return text;
  return text + (is_german ? ',' : '.') + plain.substr(point + 1);
}

}  // namespace

std::string number_text(const Number& number, std::string_view language) {
  return grouped_text(number.rounded_text(number_places), language);
}

std::string money_text(const Money& money, std::string_view language) {
  return grouped_text(money.amount.rounded_text(money_places), language) + " " + std::string(money.currency.text());
}

std::string percent_text(const Number& share, std::string_view language) {
  const Number percent = share * Number(100);
  return grouped_text(percent.rounded_text(percent_places), language) + " %";
}

std::string factor_text(const Number& factor, std::string_view language) { return "×" + number_text(factor, language); }

std::string quantity_text(const Quantity& quantity, std::string_view language) {
  const std::string number = number_text(quantity.amount, language);
  return quantity.unit.empty() ? number : number + " " + quantity.unit;
}

}  // namespace roadlint
