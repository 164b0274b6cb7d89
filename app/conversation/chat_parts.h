// SPDX-License-Identifier: MIT
#pragma once

namespace parley::console {

class CannedResponses;
class ColleagueBook;
class OtherConsoles;
class PostOffice;

/// What all open conversations share. All outlive them.
struct ChatParts {
    CannedResponses& canned;
    PostOffice& post;
    ColleagueBook& people;
    OtherConsoles& others;
};

} // namespace parley::console
