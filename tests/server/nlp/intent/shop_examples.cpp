// SPDX-License-Identifier: MIT
#include "tests/server/nlp/intent/shop_examples.h"

#include <array>
#include <string_view>
#include <utility>

namespace parley::tests {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 50> kExamples{{
    {"shipping", "where is my parcel"},
    {"shipping", "my order has not arrived yet"},
    {"shipping", "how long does delivery take"},
    {"shipping", "can i track my package"},
    {"shipping", "the courier left my box at the wrong house"},
    {"shipping", "do you ship to norway"},
    {"shipping", "what does express delivery cost"},
    {"shipping", "i want to change the delivery address"},
    {"shipping", "the tracking number does not work"},
    {"shipping", "when will my shoes be delivered"},
    {"returns", "how do i send something back"},
    {"returns", "i want a refund"},
    {"returns", "the shoes are too small, can i return them"},
    {"returns", "where do i find the return label"},
    {"returns", "how long do i have to return an item"},
    {"returns", "i returned my jacket but got no money back"},
    {"returns", "can i exchange this for another size"},
    {"returns", "is the return free of charge"},
    {"returns", "my refund is missing"},
    {"returns", "do you take back opened boxes"},
    {"billing", "i was charged twice"},
    {"billing", "please send me an invoice"},
    {"billing", "which payment methods do you accept"},
    {"billing", "my credit card was declined"},
    {"billing", "can i pay by bank transfer"},
    {"billing", "the vat number on the invoice is wrong"},
    {"billing", "why is the amount higher than in the cart"},
    {"billing", "how do i use a gift card"},
    {"billing", "can i pay in instalments"},
    {"billing", "i need a receipt for my last purchase"},
    {"account", "i forgot my password"},
    {"account", "how do i change my email address"},
    {"account", "please delete my account"},
    {"account", "i cannot log in"},
    {"account", "the reset link has expired"},
    {"account", "how do i unsubscribe from the newsletter"},
    {"account", "my account is locked"},
    {"account", "can i have two accounts"},
    {"account", "update my phone number in my profile"},
    {"account", "somebody else uses my login"},
    {"products", "is this jacket waterproof"},
    {"products", "do you have these shoes in size 44"},
    {"products", "when will the blue one be in stock again"},
    {"products", "what material is the backpack made of"},
    {"products", "can i wash the sweater in the machine"},
    {"products", "which tent is best for two people"},
    {"products", "how heavy is the sleeping bag"},
    {"products", "does the lamp need batteries"},
    {"products", "are the boots vegan"},
    {"products", "what is the difference between the two backpacks"},
}};

} // namespace

std::vector<server::nlp::IntentExample> shopExamples()
{
    std::vector<server::nlp::IntentExample> examples;
    for (const auto& [label, text] : kExamples) {
        examples.push_back({std::string(text), std::string(label), 1});
    }
    return examples;
}

} // namespace parley::tests
