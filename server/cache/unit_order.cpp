// SPDX-License-Identifier: MIT
#include "server/cache/unit_order.h"

#include <algorithm>

namespace parley::server::cache {

namespace {

/// Longer names are rarely swapped whole.
constexpr std::size_t kLongestConjunct = 4;
constexpr std::size_t kLongestCompound = 3;

using Places = std::vector<std::size_t>;

bool ascends(std::span<const std::size_t> places)
{
    return std::is_sorted(places.begin(), places.end());
}

/// The words in one order, whatever they are equal to: "league" for another "league".
bool hasSameKeys(const std::vector<Unit>& a, const Places& order, const std::vector<Unit>& b)
{
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (a[order[i]].key != b[i].key) {
            return false;
        }
    }
    return true;
}

Places identity(std::size_t size)
{
    Places places(size);
    for (std::size_t i = 0; i < size; ++i) {
        places[i] = i;
    }
    return places;
}

/// "cats and dogs" / "dogs and cats": not where something before the first belongs to it alone.
bool isConjunctSwap(const std::vector<Unit>& a, const std::vector<Unit>& b)
{
    const bool isRespective = std::any_of(a.begin(), a.end(), [](const Unit& unit) {
        return unit.key == "respectively" || unit.key == "than" || unit.key == "instead";
    });
    const auto standsAlone = [](const Unit& unit) {
        return unit.link.empty() && unit.kind != UnitKind::Negation;
    };
    for (std::size_t joint = 1; joint < a.size() && !isRespective; ++joint) {
        if (a[joint].joint.empty()) {
            continue;
        }
        for (std::size_t left = 1; left <= std::min(joint, kLongestConjunct); ++left) {
            for (std::size_t right = 1; right <= std::min(a.size() - joint, kLongestConjunct); ++right) {
                Places order = identity(a.size());
                const auto begin = order.begin() + static_cast<std::ptrdiff_t>(joint - left);
                const auto middle = order.begin() + static_cast<std::ptrdiff_t>(joint);
                const auto end = middle + static_cast<std::ptrdiff_t>(right);
                std::rotate(begin, middle, end);
                const std::size_t newJoint = joint - left + right;
                if (hasSameKeys(a, order, b) && b[newJoint].joint == a[joint].joint &&
                    a[joint].link.empty() && b[newJoint].link.empty() &&
                    std::all_of(a.begin() + static_cast<std::ptrdiff_t>(joint - left + 1),
                                a.begin() + static_cast<std::ptrdiff_t>(joint + right),
                                standsAlone)) {
                    return true;
                }
            }
        }
    }
    return false;
}

/// A part that says by itself how it belongs to the rest: "in India", "before noon".
bool hasOwnPreposition(const Unit& head)
{
    return !head.link.empty() || (head.kind == UnitKind::Relation && head.key != "not" && head.key != "only");
}

/// What is denied, limited or joined would be something else in another place.
bool isBound(std::span<const Unit> segment)
{
    return std::any_of(segment.begin(), segment.end(), [](const Unit& unit) {
        return unit.kind == UnitKind::Negation || !unit.joint.empty() || unit.key.starts_with("only") ||
               unit.key == "not" || unit.key == "than" || unit.key == "instead" || unit.key == "but" ||
               unit.key == "respectively";
    });
}

bool isMovable(std::span<const Unit> inA, std::span<const Unit> inB)
{
    return hasOwnPreposition(inA.front()) && inA.front().link == inB.front().link;
}

/// "price of tea" / "tea price". @param head  units of the head, which come first in headFirst and last in
/// tailFirst
bool isCompound(std::span<const Unit> headFirst, std::span<const Unit> tailFirst, std::size_t head)
{
    const std::string& link = headFirst[head].link;
    const Unit& headInTail = tailFirst[tailFirst.size() - head];
    return head == 1 && (link == "of" || link == "for" || link == "in") && headInTail.link.empty() &&
           !headInTail.isActed;
}

bool isNounOfAction(const std::string& word)
{
    return word.ends_with("ion") || word.ends_with("ions") || word.ends_with("ment") || word.ends_with("al");
}

/// "cancel my subscription" / "subscription cancellation".
bool isNominalised(std::span<const Unit> a, std::span<const Unit> b)
{
    return a.size() == 2 && a[0].word != b[1].word &&
           (isNounOfAction(b[1].word) || isNounOfAction(a[1].word)) && a[0].kind == UnitKind::Word &&
           a[1].kind != UnitKind::Number;
}

} // namespace

OrderVerdict
compareOrder(const QuestionReading& a, const QuestionReading& b, std::span<const std::size_t> partner)
{
    const std::vector<Unit>& first = a.units;
    const std::vector<Unit>& second = b.units;
    if (ascends(partner) || hasSameKeys(first, identity(first.size()), second)) {
        return OrderVerdict::Same;
    }
    if (isConjunctSwap(first, second)) {
        return OrderVerdict::Allowed;
    }
    // The part between what is the same before and behind, as one thing that changed places with its rest.
    std::size_t begin = 0;
    while (first[begin].key == second[begin].key) {
        ++begin;
    }
    std::size_t end = first.size();
    while (first[end - 1].key == second[end - 1].key) {
        --end;
    }
    const std::span<const Unit> inA = std::span(first).subspan(begin, end - begin);
    const std::span<const Unit> inB = std::span(second).subspan(begin, end - begin);
    if (isBound(inA) || isBound(inB)) {
        return OrderVerdict::Different;
    }
    for (std::size_t cut = 1; cut < inA.size(); ++cut) {
        bool isRotation = true;
        for (std::size_t i = 0; i < inA.size() && isRotation; ++i) {
            isRotation = inA[(i + cut) % inA.size()].key == inB[i].key;
        }
        if (!isRotation) {
            continue;
        }
        const std::size_t back = inA.size() - cut;
        // Within a question the places of its parts say what belongs to what ("move from the EU to work in
        // ..."): there a part moves only to or from its very beginning.
        const bool isFree = begin == 0 || (a.kind.empty() && b.kind.empty());
        const bool isPartMoved = isFree && (isMovable(inA.first(cut), inB.last(cut)) ||
                                            isMovable(inA.last(back), inB.first(back)));
        const bool isShort = inA.size() <= kLongestCompound + 1;
        const bool isTurned = isShort && (isCompound(inA, inB, cut) || isCompound(inB, inA, back));
        if (isPartMoved || isTurned || isNominalised(inA, inB)) {
            return OrderVerdict::Allowed;
        }
    }
    return OrderVerdict::Different;
}

} // namespace parley::server::cache
