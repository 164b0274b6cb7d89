// SPDX-License-Identifier: MIT
#pragma once

#include "server/channels/ticket_status.h"
#include "server/channels/web_form.h"
#include "server/desk/bridge_text.h"
#include "server/pipeline/outcome.h"
#include "tests/server/pipeline/turns_fixture.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"

namespace parley::test {

/// A tenant with a contact form, and agents who answer with what `step` says.
struct FormWorld : DeskWorld {
    explicit FormWorld(FreshDatabase& fresh) : DeskWorld(*fresh, fresh.first) {}

    server::channels::FormMessage message(const std::string& text = "How long does shipping take to Ghent?",
                                          const std::string& key = {})
    {
        server::channels::FormMessage form;
        form.tenant = tenant;
        form.name = "Ada";
        form.email = "Ada@Shop.example";
        form.subject = "Shipping";
        form.message = text;
        form.locale = "en";
        form.key = key;
        form.bodyHash = key.empty() ? std::string() : "hash of " + text;
        return form;
    }

    Result<server::channels::FormReceived> submit(server::channels::FormMessage wanted)
    {
        return run(webForm.submit(std::move(wanted)));
    }

    /// The agents' turn of what was received. @param step  empty: they answer
    void answer(const server::channels::FormReceived& received,
                std::unique_ptr<server::pipeline::Node> step = {})
    {
        AnsweringNode node(*this, "node-1", true, std::move(step));
        must(node.answer(received.accepted));
        node.settle();
    }

    server::store::TicketRow ticket(const std::string& reference)
    {
        return must(read([&](server::store::ReadTransaction& tx) {
                   return services.tickets.find(tx, reference);
               }))
            .value();
    }

    /// "kind target|": what waits to be sent.
    std::string outbox()
    {
        std::string text;
        const auto job = [](server::store::ReadTransaction& tx) {
            return tx.query("SELECT kind, target, payload FROM outbox ORDER BY id");
        };
        for (const auto& row : must(read(job))) {
            text += row.text(0) + " " + row.text(1) + "|";
        }
        return text;
    }

    Result<server::channels::TicketStatus> look(const std::string& reference, const std::string& token)
    {
        server::channels::StatusProof proof;
        proof.token = token;
        return run(status.find(tenant, reference, proof));
    }

    Result<server::channels::TicketStatus> lookByEmail(const std::string& reference, const std::string& email)
    {
        server::channels::StatusProof proof;
        proof.email = email;
        return run(status.find(tenant, reference, proof));
    }

    server::desk::Intake intake{services, "node-1", 60'000};
    server::desk::Sessions sessions{services};
    server::channels::ChannelBook book{database, clock, ids};
    server::channels::WebForm webForm{services, intake, book, [](const TenantId&) {
                                          return server::channels::WebForm::TenantFacts{"Acme", "AC"};
                                      }};
    server::channels::TicketStatusDesk status{services, sessions, intake};
};

/// Agents who have nothing to say.
inline std::unique_ptr<server::pipeline::Node> giveUp()
{
    return scripted("give_up", [](server::pipeline::Turn& turn) -> Result<server::pipeline::Step> {
        turn.escalationReason = server::desk::kReasonNoAnswer;
        turn.category = "shipping";
        return server::pipeline::Step::Escalate;
    });
}

/// Agents who ask back.
inline std::unique_ptr<server::pipeline::Node> askBack()
{
    return scripted("ask_back", [](server::pipeline::Turn& turn) -> Result<server::pipeline::Step> {
        turn.reply = "Which product?";
        turn.replyKind = "clarify";
        return server::pipeline::Step::Continue;
    });
}

} // namespace parley::test
