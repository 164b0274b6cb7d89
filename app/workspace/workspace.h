// SPDX-License-Identifier: MIT
#pragma once

class QSettings;

namespace parley::console {

class ApiClient;
class LiveLink;
class Navigator;
class OfflineCache;
class Session;

/// What every page is given: who is signed in, the server, and the way to other pages. All outlive the pages.
struct Workspace {
    ApiClient& api;
    LiveLink& live;
    Session& session;
    OfflineCache& offline;
    Navigator& navigator;
    /// What this person chose on this computer: sizes, filters, the sound.
    QSettings& settings;
};

} // namespace parley::console
