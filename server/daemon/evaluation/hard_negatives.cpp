// SPDX-License-Identifier: MIT
#include "server/daemon/evaluation/hard_negatives.h"

#include <array>
#include <random>
#include <set>
#include <span>
#include <unordered_map>

namespace parley::server::daemon::evaluation {
namespace {

using Words = std::vector<std::string_view>;

/// What a slot may hold: {plan.1} and {plan.2} of a pair are never the same.
const Words& valuesOf(std::string_view slot)
{
    static const std::unordered_map<std::string_view, Words> kValues{
        {"plan", {"Basic", "Starter", "Pro", "Team", "Business", "Enterprise", "Premium", "Free", "Plus"}},
        {"person", {"Anna", "Marco", "Julia", "Peter", "Nadia", "Tom", "Lena", "Omar"}},
        {"place", {"Germany", "Canada", "Spain", "Norway", "Japan", "Brazil", "London", "Vienna", "Texas"}},
        {"month", {"January", "March", "April", "June", "August", "October", "December"}},
        {"day", {"Monday", "Tuesday", "Thursday", "Friday", "Sunday"}},
        {"date", {"3 May", "4 May", "12 June", "21 June", "1 July 2026", "1 July 2027"}},
        {"small", {"2", "3", "4", "5", "7", "8"}},
        {"word", {"two", "three", "four", "five", "six", "nine"}},
        {"large", {"10", "14", "20", "30", "60", "90", "100"}},
        {"money", {"$5", "$15", "$50", "$500", "$19.99"}},
        {"percent", {"5%", "10%", "15%", "50%"}},
        {"thing",
         {"order", "invoice", "account", "subscription", "booking", "profile", "workspace", "report"}},
        {"app", {"Slack", "Gmail", "Dropbox", "Trello", "Zoom", "Outlook"}},
        {"format", {"PDF", "CSV", "Excel", "JSON", "Word"}},
        {"role", {"buyer", "seller", "admin", "guest", "owner", "editor", "manager", "customer"}},
        {"group", {"students", "teachers", "companies", "charities", "resellers"}},
        {"method", {"PayPal", "Visa", "Klarna", "bank transfer", "Apple Pay"}},
        {"account", {"checking", "savings", "business", "joint"}},
        {"feature", {"backup", "dark mode", "tracking", "autosave", "two-factor login", "sharing"}}};
    return kValues.at(slot);
}

struct Template {
    std::string_view kind;
    std::string_view one;
    std::string_view other;
};

constexpr std::array kTemplates{
    Template{"roles",
             "How do I switch from {plan.1} to {plan.2}?",
             "How do I switch from {plan.2} to {plan.1}?"},
    Template{"roles", "Can a {role.1} invite a {role.2}?", "Can a {role.2} invite a {role.1}?"},
    Template{"roles",
             "How do I move money from {account.1} to {account.2}?",
             "How do I move money from {account.2} to {account.1}?"},
    Template{"roles",
             "Can I copy my data from {app.1} into {app.2}?",
             "Can I copy my data from {app.2} into {app.1}?"},
    Template{"roles", "Does {person.1} report to {person.2}?", "Does {person.2} report to {person.1}?"},
    Template{"roles",
             "How do I convert {format.1} to {format.2}?",
             "How do I convert {format.2} to {format.1}?"},
    Template{"roles", "Do you ship from {place.1} to {place.2}?", "Do you ship from {place.2} to {place.1}?"},
    Template{"roles",
             "Who pays if the {role.1} owes the {role.2} money?",
             "Who pays if the {role.2} owes the {role.1} money?"},
    Template{"roles",
             "Can the {role.1} remove what the {role.2} wrote?",
             "Can the {role.2} remove what the {role.1} wrote?"},
    Template{"roles",
             "Is a {role.1} told when a {role.2} leaves?",
             "Is a {role.2} told when a {role.1} leaves?"},
    Template{"negation", "Why is my {thing.1} active?", "Why is my {thing.1} not active?"},
    Template{"negation", "What happens if I pay in {month.1}?", "What happens if I don't pay in {month.1}?"},
    Template{"negation", "Which plans include {feature.1}?", "Which plans don't include {feature.1}?"},
    Template{"negation", "Why was I charged for the {thing.1}?", "Why wasn't I charged for the {thing.1}?"},
    Template{"negation", "Can I use {app.1} with a credit card?", "Can I use {app.1} without a credit card?"},
    Template{"negation",
             "Is it true that {app.1} never stores my data?",
             "Is it true that {app.1} stores my data?"},
    Template{"negation",
             "Which countries can {group.1} order from?",
             "Which countries can {group.1} not order from?"},
    Template{"number",
             "Can I get a refund after {large.1} days?",
             "Can I get a refund after {large.2} days?"},
    Template{"number",
             "How do I add {small.1} users to my {thing.1}?",
             "How do I add {small.2} users to my {thing.1}?"},
    Template{"number", "Is there a plan for {word.1} people?", "Is there a plan for {word.2} people?"},
    Template{"number", "Why was I charged {money.1}?", "Why was I charged {money.2}?"},
    Template{"number",
             "Where do I enter the {percent.1} discount?",
             "Where do I enter the {percent.2} discount?"},
    Template{"number",
             "What does error {large.1}{small.1} mean?",
             "What does error {large.2}{small.1} mean?"},
    Template{"date", "What changes on {date.1}?", "What changes on {date.2}?"},
    Template{"date", "Are you open in {month.1}?", "Are you open in {month.2}?"},
    Template{"date", "Will my {thing.1} arrive by {day.1}?", "Will my {thing.1} arrive by {day.2}?"},
    Template{"date", "What was my bill for {month.1}?", "What was my bill for {month.2}?"},
    Template{"date", "Do you deliver on {day.1}?", "Do you deliver on {day.2}?"},
    Template{"antonym", "How do I enable {feature.1}?", "How do I disable {feature.1}?"},
    Template{"antonym", "How do I turn on {feature.1}?", "How do I turn off {feature.1}?"},
    Template{"antonym", "How do I upgrade to {plan.1}?", "How do I downgrade to {plan.1}?"},
    Template{"antonym", "How can I open my {thing.1}?", "How can I close my {thing.1}?"},
    Template{"antonym", "Where can I buy a {thing.1}?", "Where can I sell a {thing.1}?"},
    Template{"antonym", "How do I import {format.1} files?", "How do I export {format.1} files?"},
    Template{"antonym", "How do I lock my {thing.1}?", "How do I unlock my {thing.1}?"},
    Template{"antonym", "Can I make my {thing.1} public?", "Can I make my {thing.1} private?"},
    Template{"antonym", "How do I subscribe to {app.1} news?", "How do I unsubscribe from {app.1} news?"},
    Template{"antonym", "How do I install {app.1}?", "How do I uninstall {app.1}?"},
    Template{"antonym",
             "Is the {plan.1} plan available in {place.1}?",
             "Is the {plan.1} plan unavailable in {place.1}?"},
    Template{"antonym", "Who sends the {thing.1}?", "Who receives the {thing.1}?"},
    Template{"name", "Does the app work with {app.1}?", "Does the app work with {app.2}?"},
    Template{"name", "Do you ship to {place.1}?", "Do you ship to {place.2}?"},
    Template{"name", "Can {person.1} see my {thing.1}?", "Can {person.2} see my {thing.1}?"},
    Template{"name", "How do I pay with {method.1}?", "How do I pay with {method.2}?"},
    Template{"name", "what is the tax in {place.1}", "what is the tax in {place.2}"},
    Template{"plan", "What is included in the {plan.1} plan?", "What is included in the {plan.2} plan?"},
    Template{"plan", "How much does {plan.1} cost?", "How much does {plan.2} cost?"},
    Template{"plan", "Is {feature.1} part of {plan.1}?", "Is {feature.1} part of {plan.2}?"},
    Template{"plan", "Do {group.1} get the {plan.1} plan?", "Do {group.1} get the {plan.1} Max plan?"},
    Template{"question_word", "How can I cancel my {thing.1}?", "When can I cancel my {thing.1}?"},
    Template{"question_word", "Where do I change my {thing.1}?", "Why do I change my {thing.1}?"},
    Template{"question_word", "Who can see my {thing.1}?", "When can I see my {thing.1}?"},
    Template{"question_word", "How do I delete my {thing.1}?", "Can I delete my {thing.1}?"},
    Template{"question_word", "How long is the {plan.1} trial?", "How much is the {plan.1} trial?"},
    Template{"question_word", "How often do you bill {group.1}?", "How much do you bill {group.1}?"},
    Template{"question_word", "What is {feature.1}?", "Where is {feature.1}?"},
    Template{"question_word", "When does {plan.1} end?", "Why does {plan.1} end?"},
    Template{"time", "Was my {thing.1} charged?", "Will my {thing.1} be charged?"},
    Template{"time", "Did {app.1} change its price?", "Will {app.1} change its price?"},
    Template{"time", "Is {feature.1} free for {group.1}?", "Was {feature.1} free for {group.1}?"},
    Template{"time", "I cancel my {thing.1}, what happens?", "I cancelled my {thing.1}, what happens?"},
    Template{"condition",
             "Can I get a refund if my {thing.1} is late?",
             "Can I get a refund unless my {thing.1} is late?"},
    Template{"condition", "Must I verify my {thing.1}?", "Can I verify my {thing.1}?"},
    Template{"condition", "Should I renew my {thing.1}?", "Can I renew my {thing.1}?"},
    Template{"condition", "Do I lose data when I leave {plan.1}?", "Do I lose data unless I leave {plan.1}?"},
    Template{"quantity", "Can I delete all of my {thing.1}s?", "Can I delete some of my {thing.1}s?"},
    Template{"quantity", "Do all {group.1} pay tax?", "Do only {group.1} pay tax?"},
    Template{"quantity", "Can I use a voucher once in {month.1}?", "Can I use a voucher twice in {month.1}?"},
    Template{"quantity", "Is every {thing.1} backed up?", "Is no {thing.1} backed up?"},
    Template{"quantity", "Can I have several {thing.1}s?", "Can I have one {thing.1}?"},
    Template{"comparative", "Can I add more than {small.1} users?", "Can I add less than {small.1} users?"},
    Template{"comparative", "Is {plan.1} cheaper than {plan.2}?", "Is {plan.2} cheaper than {plan.1}?"},
    Template{"comparative", "Which {thing.1} is the cheapest?", "Which {thing.1} is the most expensive?"},
    Template{"comparative", "What is the minimum age for {plan.1}?", "What is the maximum age for {plan.1}?"},
    Template{"comparative",
             "Does {plan.1} have more storage than {plan.2}?",
             "Does {plan.1} have less storage than {plan.2}?"},
    Template{"comparative", "Is {app.1} faster than {app.2}?", "Is {app.1} slower than {app.2}?"},
    Template{"comparative", "Do you have a larger {thing.1}?", "Do you have a smaller {thing.1}?"},
    Template{"before_after", "Can I return it before {day.1}?", "Can I return it after {day.1}?"},
    Template{"before_after", "Do I pay before I get the {thing.1}?", "Do I pay after I get the {thing.1}?"},
    Template{"before_after", "Is the price above {money.1}?", "Is the price below {money.1}?"},
    Template{"before_after",
             "Can I change the {thing.1} until {date.1}?",
             "Can I change the {thing.1} from {date.1}?"},
    Template{"before_after", "Do I log in, then install {app.1}?", "Do I install {app.1}, then log in?"},
    Template{"period", "How much is {plan.1} monthly?", "How much is {plan.1} yearly?"},
    Template{"period", "Do you bill {group.1} per week?", "Do you bill {group.1} per month?"},
    Template{"period",
             "How long are {large.1} days of {plan.1}?",
             "How long are {large.1} weeks of {plan.1}?"},
    Template{"person", "Can you delete my {thing.1}?", "Can I delete my {thing.1}?"},
    Template{"person", "Where do I find your {thing.1}?", "Where do I find my {thing.1}?"},
    Template{"person", "Can she see my {thing.1}?", "Can I see her {thing.1}?"},
    Template{"unit", "Is {large.1} GB enough for {app.1}?", "Is {large.1} MB enough for {app.1}?"},
    Template{"unit",
             "Can I pay {large.1} euros with {method.1}?",
             "Can I pay {large.1} dollars with {method.1}?"},
    Template{"object", "How do I delete my {thing.1}?", "How do I delete my {thing.2}?"},
    Template{"object", "Why can't I open the {thing.1}?", "Why can't I open the {thing.2}?"},
    Template{"object",
             "Can I share a {thing.1} with a {role.1}?",
             "Can I share a {thing.1} with a {role.2}?"},
    Template{"derivation", "What does an {role.1}'s employer see?", "What does an {role.1}'s employee see?"},
    Template{"derivation", "Is {app.1} useful for {group.1}?", "Is {app.1} useless for {group.1}?"},
    Template{"derivation",
             "Is {feature.1} harmful for my {thing.1}?",
             "Is {feature.1} harmless for my {thing.1}?"}};

/// Deterministic on every machine, as the distributions of the standard library are not.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_engine(seed) {}
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(m_engine() % limit); }

private:
    std::mt19937_64 m_engine;
};

/// The values of one pair, drawn at their first use.
class Slots {
public:
    explicit Slots(Dice& dice) : m_dice(dice) {}

    std::string fill(std::string_view text)
    {
        std::string out;
        while (!text.empty()) {
            const std::size_t open = text.find('{');
            out += text.substr(0, open);
            if (open == std::string_view::npos) {
                break;
            }
            const std::size_t close = text.find('}', open);
            out += valueOf(text.substr(open + 1, close - open - 1));
            text.remove_prefix(close + 1);
        }
        return out;
    }

private:
    std::string_view valueOf(std::string_view slot)
    {
        if (const auto found = m_filled.find(slot); found != m_filled.end()) {
            return found->second;
        }
        const Words& values = valuesOf(slot.substr(0, slot.find('.')));
        std::string_view value;
        do {
            value = values[m_dice.below(values.size())];
        } while (m_used.contains(value));
        m_used.insert(value);
        return m_filled.emplace(slot, value).first->second;
    }

    Dice& m_dice;
    std::unordered_map<std::string_view, std::string_view> m_filled;
    std::set<std::string_view> m_used;
};

std::vector<std::vector<Template>> byKind()
{
    std::vector<std::vector<Template>> kinds;
    for (const Template& each : kTemplates) {
        if (kinds.empty() || kinds.back().front().kind != each.kind) {
            kinds.emplace_back();
        }
        kinds.back().push_back(each);
    }
    return kinds;
}

} // namespace

std::vector<HardNegative> hardNegatives(std::size_t count, std::uint64_t seed)
{
    // So many draws that were there before say that a kind has no more.
    constexpr std::size_t kMostRepeats = 50;
    const std::vector<std::vector<Template>> kinds = byKind();
    Dice dice(seed);
    std::set<std::string> seen;
    std::vector<HardNegative> pairs;
    pairs.reserve(count);
    for (std::size_t i = 0; pairs.size() < count; ++i) {
        const std::vector<Template>& templates = kinds[i % kinds.size()];
        HardNegative pair;
        for (std::size_t tries = 0; tries < kMostRepeats; ++tries) {
            const Template& chosen = templates[dice.below(templates.size())];
            Slots slots(dice);
            pair.kind = chosen.kind;
            pair.one = slots.fill(chosen.one);
            pair.other = slots.fill(chosen.other);
            if (seen.insert(pair.one + '\n' + pair.other).second) {
                break;
            }
        }
        if (dice.below(2) == 1) {
            std::swap(pair.one, pair.other);
        }
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

} // namespace parley::server::daemon::evaluation
