// SPDX-License-Identifier: MIT
#pragma once

namespace parley::console {

/// Whether the console starts with the person's session, in the manner of the platform: an XDG autostart
/// entry, the registry's Run key, a launch agent.
class Autostart {
public:
    static bool isOn();
    /// @return whether it could be changed
    static bool set(bool isOn);
};

} // namespace parley::console
