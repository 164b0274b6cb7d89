<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>parley::console::AnsweringPage</name>
    <message numerus="yes">
        <source>The confidence is fitted to %n thing(s) your people did with answers.</source>
        <translation>
            <numerusform>The confidence is fitted to %n thing your people did with answers.</numerusform>
            <numerusform>The confidence is fitted to %n things your people did with answers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The confidence is as Parley ships it; it is fitted to your people once they have edited or rejected enough answers (%n so far).</source>
        <translation>
            <numerusform>The confidence is as Parley ships it; it is fitted to your people once they have edited or rejected enough answers (%n so far).</numerusform>
            <numerusform>The confidence is as Parley ships it; it is fitted to your people once they have edited or rejected enough answers (%n so far).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::ApiError</name>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::AuditPage</name>
    <message numerus="yes">
        <source>%n entry(ies) exported: those that the list has read.</source>
        <translation>
            <numerusform>%n entry exported: what the list has read.</numerusform>
            <numerusform>%n entries exported: those that the list has read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::CachePage</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) forgotten.</source>
        <translation>
            <numerusform>%n answer forgotten.</numerusform>
            <numerusform>%n answers forgotten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::ChannelSummary</name>
    <message numerus="yes">
        <source>%n message(s) in 24 h</source>
        <translation>
            <numerusform>%n message in 24 h</numerusform>
            <numerusform>%n messages in 24 h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::CustomerPanel</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open ticket(s)</source>
        <translation>
            <numerusform>%n open ticket</numerusform>
            <numerusform>%n open tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::DiffView</name>
    <message numerus="yes">
        <source>%n line(s) as before</source>
        <translation>
            <numerusform>%n line as before</numerusform>
            <numerusform>%n lines as before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::DocumentDetail</name>
    <message numerus="yes">
        <source>The document goes with its %n passage(s). Customers are no longer answered from it, and answers that were remembered from it are forgotten. Earlier conversations keep what was quoted.</source>
        <translation>
            <numerusform>The document goes with its %n passage. Customers are no longer answered from it, and answers that were remembered from it are forgotten. Earlier conversations keep what was quoted.</numerusform>
            <numerusform>The document goes with its %n passages. Customers are no longer answered from it, and answers that were remembered from it are forgotten. Earlier conversations keep what was quoted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::GapPage</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::GapProof</name>
    <message numerus="yes">
        <source>The article is not among the %n best passages. Say in it what the question says.</source>
        <translation>
            <numerusform>The article is not the best passage. Say in it what the question says.</numerusform>
            <numerusform>The article is not among the %n best passages. Say in it what the question says.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The article is found for all %n question(s).</source>
        <translation>
            <numerusform>The article is found for the question.</numerusform>
            <numerusform>The article is found for all %n questions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The article is found for %1 of %n question(s).</source>
        <translation>
            <numerusform>The article is found for %1 of %n question.</numerusform>
            <numerusform>The article is found for %1 of %n questions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::HealthWords</name>
    <message numerus="yes">
        <source>%n part(s) need a look</source>
        <translation>
            <numerusform>%n part needs a look</numerusform>
            <numerusform>%n parts need a look</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::KnowledgePage</name>
    <message numerus="yes">
        <source>%n file(s) are still on their way.</source>
        <translation>
            <numerusform>%n file is still on its way.</numerusform>
            <numerusform>%n files are still on their way.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::MentionBar</name>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (and %n more)</numerusform>
            <numerusform>%1 (and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::MergeDialog</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::MessageLimit</name>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::MonitorPage</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading what is to be exported: %n conversation(s) so far.</source>
        <translation>
            <numerusform>Reading what is to be exported: %n conversation so far.</numerusform>
            <numerusform>Reading what is to be exported: %n conversations so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) exported.</source>
        <translation>
            <numerusform>%n conversation exported.</numerusform>
            <numerusform>%n conversations exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::OpenChats</name>
    <message numerus="yes">
        <source>%n chat(s) that were open are not there any more.</source>
        <translation>
            <numerusform>A chat that was open is not there any more.</numerusform>
            <numerusform>%n chats that were open are not there any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::PeriodPicker</name>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation>
            <numerusform>Last day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::ProviderList</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::SandboxTurn</name>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::TeamPage</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::ThresholdPreview</name>
    <message numerus="yes">
        <source>Of %n message(s) to the agents.</source>
        <translation>
            <numerusform>Of %n message to the agents.</numerusform>
            <numerusform>Of %n messages to the agents.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::TraceTree</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::TranscriptView</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::Tray</name>
    <message numerus="yes">
        <source>Parley: %n waiting</source>
        <translation>
            <numerusform>Parley: %n waiting</numerusform>
            <numerusform>Parley: %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) of you</source>
        <translation>
            <numerusform>%n mention of you</numerusform>
            <numerusform>%n mentions of you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::UnsentPanel</name>
    <message numerus="yes">
        <source>Written and not sent: %n</source>
        <translation>
            <numerusform>Written and not sent: %n</numerusform>
            <numerusform>Written and not sent: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::UploadPanel</name>
    <message numerus="yes">
        <source>%n file(s) on their way</source>
        <translation>
            <numerusform>%n file on its way</numerusform>
            <numerusform>%n files on their way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be sent</source>
        <translation>
            <numerusform>%n file could not be sent</numerusform>
            <numerusform>%n files could not be sent</numerusform>
        </translation>
    </message>
</context>
</TS>
