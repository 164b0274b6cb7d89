// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/form.h"

/// What the server demands of names and keys, said as one types.
namespace parley::console::rules {

/// 1 to `most` characters, not blank.
Rule name(int most);
/// Small letters, digits and single hyphens inside; never in the form of an id.
Rule slug();
/// What references of tickets begin with, such as PAR; may stay empty.
Rule ticketPrefix();
/// a-z, 0-9 and _, at most 32; may stay empty.
Rule plan();
/// What is typed after "/": a-z, 0-9, - and _, at most 40.
Rule shortcut();
/// a-z and _, at most 40: billing_dispute.
Rule reason();
/// 8 to 72 bytes; may stay empty. A server in production asks for more and says so.
Rule password();
/// At most `mostItems` texts, each 1 to `mostLength` characters.
Rule texts(int mostItems, int mostLength);

} // namespace parley::console::rules
