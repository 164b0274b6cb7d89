<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>parley::console::AnalyticsPage</name>
    <message>
        <source>Nothing happened in this period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As soon as customers chat, this shows how many the agents answered by themselves, why others went to people, how fast answers came and what they cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures are being counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the figures as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the charts as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by the agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First reply of the agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First reply of a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered answers used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by the agents alone, in %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversation in this period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why people were needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversation went to a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the agents take, by channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agents have answered nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How customers felt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it cost and what was saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was spent: no model was asked, and no answer came from memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer has given a mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 went to people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 of 100 within %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the end of the case %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 marks of 1 to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 upset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens saved, %2 called wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: half within %2, 95 of 100 within %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered by the agents, %2 taken by people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 content, %2 neutral, %3 upset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 spent, %2 saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::AnalyticsPages</name>
    <message>
        <source>Analytics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::ApiClient</name>
    <message>
        <source>You are no longer signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not prove that it is the server it claims to be, so nothing was sent to it.
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at %1 does not speak like a Parley server (status %2).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::ApiClientPage</name>
    <message>
        <source>Machine clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program calls in your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shop, an app or a script signs in with an id and a secret of its own, and may do what you allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever signs in as &quot;%1&quot; is refused from this moment on. Its secret cannot be had back; another client gets another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is for, such as &quot;Web shop&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat as a customer does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read conversations, tickets and settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change settings and knowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow it one thing at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More are refused with a time to wait. Once set, it can be changed and not taken away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the server allows everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret of &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it now, where only the program can read it. The server stores a fingerprint alone and cannot show it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::ApiError</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The server refused this (status %1).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::ArticleEditor</name>
    <message>
        <source>Add article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question it answers, in a customer&apos;s words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown. Headings (## like this) keep long articles findable by their parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups documents in the list; may stay empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may be answered from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supporters only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the article?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you have written is not saved anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::Banner</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::CachePage</name>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supporter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a remembered answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is remembered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good answers of agents, and what supporters answered, are kept for a while and given again at once to who asks the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in questions and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one to see where it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents it was made from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made from (Enter opens the document)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used %1 times, %2 of them called wrong · %3 tokens and %4 of computing saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document that is no longer there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgotten. The agents answer this question anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all remembered answers?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also what supporters have answered goes from here. Every question is answered anew by the agents, which takes longer and costs tokens, until the answers are remembered again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) forgotten.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::CannedList</name>
    <message>
        <source>Canned responses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No canned response matches. An administrator adds them under &quot;Canned responses&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::CannedPage</name>
    <message>
        <source>Canned responses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No texts yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you write again and again goes here once. In a chat, &quot;/&quot; and its shortcut put it into your answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can send /%1 any more. Messages that were sent stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed after &quot;/&quot; in a chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the list of texts shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{customer.name}}, {{customer.email}}, {{supporter.name}} and {{ticket.reference}} are filled in when it is put into an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it will read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ana Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sam Supporter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::CaseCard</name>
    <message>
        <source>The case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it came to a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the agents would have answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into the answer (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer&apos;s mood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised first answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None. Write them with commas between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other conversations of this customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why did it say that?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last answer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed: it was due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::CasePassages</name>
    <message>
        <source>%1, page %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::CaseWords</name>
    <message>
        <source>The customer asked for a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agents were not sure enough of their answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The knowledge base has no answer to this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer used a word that goes to people at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something failed while the agents answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tool that the answer needed failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agents did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colleague took the conversation over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever took the case did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever had the case went away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be about danger to somebody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is about deleting an account or personal data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a legal matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is about a break-in, a leak or fraud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press or media are asking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is about money back or compensation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A charge or an invoice is disputed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is about whose account this is, or access to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A discount or a quote is asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An outage or a critical fault is reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer is about to leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer is angry, or writes again and again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passage speaks of the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sentence says it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer speaks of the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title is the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words nobody wrote about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ahead of other documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount or time that was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very short question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Important word is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best sentence stands out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title is about something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word missing, under another title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside what is answered here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unclear whose question it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::Charts</name>
    <message>
        <source>Answered by the agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved by remembered answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens saved by remembered answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 of 100 within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::ChatTabs</name>
    <message>
        <source>Open chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the chat (Ctrl+W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::ColorField</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colour as #rrggbb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard to see on a white page: %1 to 1, and 3 to 1 is the least. The widget writes on it in black, and uses a darker shade for links.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good: %1 text on it has %2 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 text on it has %2 to 1; links get a darker shade of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and Down choose, Enter runs, Esc closes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::Composer</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note for colleagues, which the customer never sees (Ctrl+Shift+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canned responses (Ctrl+/, or / at the beginning of a line)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note for colleagues …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to the customer … Enter sends, Shift+Enter begins a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to the customer … Ctrl+Enter sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agents have no draft for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in what the agents would have answered (Ctrl+D; Ctrl+Shift+D replaces)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::Confirmation</name>
    <message>
        <source>Type &quot;%1&quot; to go on:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link is not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only web and e-mail addresses are opened, and this is neither:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this address?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message in the conversation leads here:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::ConnectionBar</name>
    <message>
        <source>No connection to %1 since %2. You see what was read before; what you write is kept until it can be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 ahead of the server&apos;s. Waiting times are counted by the server&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 behind the server&apos;s. Waiting times are counted by the server&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::ConversationActions</name>
    <message>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You answer from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agents answer from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it to a colleague or a team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer, and end the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the resolution, what it taught and what the customer has not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was resolved here in the last ten minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it from %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is answering this conversation, and cannot go on then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agents have the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tags are saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resolution is taken back, and so is the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resolution is taken back. The customer has read the answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::ConversationHeader</name>
    <message>
        <source>With the agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer has proved who it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer says who it is, and has not proved it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::ConversationRules</name>
    <message>
        <source>It is still being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected. It can be done when the server is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may read here, not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has this conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have it already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is closed. It opens when the customer writes again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agents have it already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is resolved already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is closed: only notes can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has this conversation: only notes can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it over to write to the customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected. What you write is kept; it can be sent when the server is back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::ConversationView</name>
    <message>
        <source>Show or hide the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the agents&apos; draft into the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the answer by the agents&apos; draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note for colleagues, or answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This conversation is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected. This is the conversation as it was %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why did it say that?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trace of this answer is no longer kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer wrote while you did. Your text is below: read what came, and press Enter again to send it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::Customer</name>
    <message>
        <source>Unknown customer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::DocumentColumns</name>
    <message>
        <source>page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::DocumentDetail</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers see it as the source of an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may be answered from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supporters only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes to &quot;%1&quot; are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete &quot;%1&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The document goes with its %n passage(s). Customers are no longer answered from it, and answers that were remembered from it are forgotten. Earlier conversations keep what was quoted.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Delete document</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::DocumentWords</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supporters only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another document has the very same contents. One of the two can go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % the same as &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::DropFrame</name>
    <message>
        <source>Drop the files to add them to the knowledge base</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::EmbedCode</name>
    <message>
        <source>This is the real chat, as your customers will see it. What you write here reaches your organisation as any chat does.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::FactorBars</name>
    <message>
        <source>What made the confidence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::FigureText</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unnamed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::Form</name>
    <message>
        <source>This is not JSON: %1 in line %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::FormFields</name>
    <message>
        <source>A number from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::FoundPassages</name>
    <message>
        <source>Passage %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages of the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No passages yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document is cut into passages while it is read. They are what answers are made from.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::GapPage</name>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the article for this question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No question is without an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When customers ask what no document answers, their questions are gathered here, like with like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unanswered questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which questions are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No question is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one to see how customers asked it and what a supporter answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How customers asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a supporter answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How customers asked (Enter opens the conversation)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No supporter has answered this yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed. It opens again when somebody asks without getting an answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::GapProof</name>
    <message>
        <source>Close this question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the article is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the questions find now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it answers now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article was deleted meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article is being read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article could not be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the questions again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The article is not among the %n best passages. Say in it what the question says.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The article is found for all %n question(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The article is found for %1 of %n question(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::HoursEditor</name>
    <message>
        <source>Around the clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times such as 09:00-12:00, 13:00-17:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ahead of UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: times in order, such as 09:00-12:00, 13:00-17:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No day has hours; that would mean around the clock. Say when it is open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::KindsEditor</name>
    <message>
        <source>All, also those that come later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::KnowledgePage</name>
    <message>
        <source>Nothing to answer from yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop handbooks, price lists or help pages here: PDF, DOCX, Markdown, HTML, text or CSV. Customers are answered from them as soon as they are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever looks after the knowledge base adds documents here. Customers are answered from them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find by title, file or category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one to change it and to see its passages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files to the knowledge base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a question on the knowledge base</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are still on their way.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Documents (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article is being read. It answers as soon as it is ready.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::KnowledgePages</name>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unanswered questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered answers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::Learned</name>
    <message>
        <source>It has personal details, so nobody else is given it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is about this one case, so nobody else is given it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked does not stand alone, so nobody else is given it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers are not kept for others in this organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody else is given it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever asks the same is given this answer at once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::LocalServer</name>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server on this computer did not start in time. It said: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server runs, but %1 does not say how to sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server on this computer has ended (code %1). It said: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::MainWindow</name>
    <message>
        <source>Parley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You look after the whole platform. Choose at the top left in which tenant you act; what concerns all of them stands below &quot;Organisation&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Parley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Parley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Parley?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::MembersEditor</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People of this organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody who is no longer here (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::MessageLimit</name>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::MessageWords</name>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supporter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent – Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note by %1, not shown to the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[Attachment: %1]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::Notifier</name>
    <message>
        <source>A customer waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case is yours now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer is due in %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::OrganisationPages</name>
    <message>
        <source>Tenants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalation rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine clients</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::OrganisationRules</name>
    <message>
        <source>This is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like an id. Choose a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 to 63 of a-z, 0-9 and single hyphens inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 to 8 of A-Z and 0-9, a letter first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 of a-z, 0-9 and _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 of a-z, 0-9, - and _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 of a-z and _, such as billing_dispute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 bytes; a sentence of that length is long enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 lines; these are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1…&quot; is longer than %2 characters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::Outbox</name>
    <message>
        <source>It was being sent when the console was closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::PeriodPicker</name>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Other days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when Parley is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say when a customer waits or an answer is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter makes a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay in the tray when the window is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with the system</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::QueueDelegate</name>
    <message>
        <source>overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has taken it yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::QueuePage</name>
    <message>
        <source>Queue and chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No chat is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a case: Enter takes it, Space opens it to read only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show who waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show my cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you wrote to %1 is not sent. It is kept on this computer until you sign out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a case first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may read here, not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has been taken already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the case (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it without taking it (Space)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::QueuePanel</name>
    <message>
        <source>Cases that wait for people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected. This is the queue as it was %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases that nobody has taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases that you have taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every case that waits or is with somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no open cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take one from those that wait: choose it and press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case comes here when the agents cannot answer, or a customer asks for a person.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::RecordTable</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::ResolveDialog</name>
    <message>
        <source>Answer the customer and resolve the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve without another answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this answer to whoever asks the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also send it by e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer to the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer&apos;s e-mail address is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no open case; the chat can only be closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send and resolve</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::ResourcePage</name>
    <message>
        <source>Find in this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the list to see and change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes to &quot;%1&quot; are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard changes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete &quot;%1&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::RulePage</name>
    <message>
        <source>Escalation rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules say which messages go to a person at once, whatever the agents could answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comes with Parley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What only this rule sent to a person is answered by the agents from then on. Cases it has made stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This rule is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule that comes with Parley can be switched off, not deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One word for statistics and for whoever takes the case, such as billing_dispute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it applies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of these is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words and phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One a line, found wherever a message has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say when it applies: by words, by categories or by mood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One a line, such as billing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mood below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From -1 (furious) to 1 (delighted). -0.6 is clearly angry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whatever the mood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How surely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always to a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To a person unless the agents are sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the case&apos;s category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom the case is given to first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule is as it was shipped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::Rules</name>
    <message>
        <source>This is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 characters; these are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An e-mail address looks like name@example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web address begins with https:// or http:// and names a server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::SearchTest</name>
    <message>
        <source>Ask as a customer would</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What customers ask is looked up like this. The passages that are found, best first, are what an answer is made from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages that are found, best first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document speaks of this. An article about it would let the agents answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::SecretDialog</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::Sections</name>
    <message>
        <source>Insight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::SentimentLine</name>
    <message>
        <source>Upset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Displeased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pleased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mood: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::Session</name>
    <message>
        <source>Please sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server speaks protocol %1 and this console %2: they cannot work together. Install the console that belongs to the server, or ask whoever runs it to update it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is not one of a supporter or administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your sign-in has ended: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::SignInPage</name>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to Parley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers used before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes this server from the list and its sign-in from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer offers no keychain to keep the sign-in in, so it lasts until Parley is closed. Nothing secret is ever written to a plain file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts a private server with a demo company on this computer and signs in to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in to %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the server, such as desk.example.com or localhost:8080.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your e-mail address, such as ana@example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting a server on this computer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail and password do not match an account on this server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::SourcePopup</name>
    <message>
        <source>Source %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::StatTile</name>
    <message>
        <source>%1 against the period before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::TeamPage</name>
    <message>
        <source>Teams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No teams yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without teams every case waits for everybody. Teams get the cases of their categories, in their hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cases of &quot;%1&quot; stay in the queue, for everybody. Escalation rules that name it send to no team from then on. Its members stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One a line, such as billing. Cases of these come to this team first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases at a time for each member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: any number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised times count in these hours only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::TenantPage</name>
    <message>
        <source>Tenants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No organisation is served here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tenant is an organisation with its own customers, knowledge, agents and people. It can answer as soon as it is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is shut for good: its widget stops answering, its people and programs are signed out, and its conversations, customers, documents, agents and settings can no longer be reached by anybody. Nobody will ever get the name &quot;%2&quot; again. To shut it for a while, suspend it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act in this tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As customers know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For addresses and programs, such as acme. It cannot be changed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticket prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What references begin with, such as ACM in ACM-1042. Made from the name where it is empty; it cannot be changed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word of yours, such as standard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended: nobody can sign in or chat; everything is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agents it may have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems and complaints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers&apos; accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Specialists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools it may have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls of web services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MCP servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers it may use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model on your own computers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most machine clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most tokens a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the server allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::TenantPicker</name>
    <message>
        <source>Tenant you act in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You act in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tenant (the platform)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::TimeText</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::TranscriptView</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::TransferDialog</name>
    <message>
        <source>Transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfer the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a colleague or a team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colleagues and teams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who goes on?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::Tray</name>
    <message>
        <source>Open Parley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parley: nobody waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Parley: %n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::UploadPanel</name>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files on their way to the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) on their way</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All files were sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::UploadQueue</name>
    <message>
        <source>There is no such file any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a folder. Drop the files that are in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only PDF, DOCX, Markdown, HTML, text and CSV can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not read this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added, though another document has the very same contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::Urgency</name>
    <message>
        <source>Urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::UserBar</name>
    <message>
        <source>Online: cases may be given to me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy: no new cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::UserPage</name>
    <message>
        <source>Platform admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supporter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody works here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supporters answer customers, managers also set up how that is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · may not sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is signed out at once and cannot sign in again. Cases in their hands go back to the queue. What they wrote stays, under their name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supporter: answers customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manager: also sets up agents, knowledge and people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform admin: all tenants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers see it when this person answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To sign in with; it cannot be changed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another role ends where they are signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May not sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least 8 characters, 12 on a server in production. Tell it to them yourself; it ends where they are signed in. Leave it empty to keep the one there is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::WidgetDesignerPages</name>
    <message>
        <source>Chat widget</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::WidgetPage</name>
    <message>
        <source>Save the widget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the widget in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the widget&apos;s code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat widget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header, buttons and launcher. Text and links take shades of it that can be read, in light and dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first thing a customer reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One a line; a click asks it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of its buttons and hints, where the visitor&apos;s own is not among en, de, es, fr and ar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for an e-mail address while a person is awaited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So that the answer reaches customers who have left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it may run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One a line, exactly as browsers send it, such as https://shop.example. Pages of other sites get no answer. * allows every site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is chatting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anybody may chat; signed-in customers may be named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed-in customers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your site names a customer by user_id and user_hash, an HMAC-SHA256 made with the identity secret. Without it nobody can see somebody else&apos;s conversations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New identity secret…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open live preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code to embed the widget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On your site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this before &lt;/body&gt; of every page that shall have the chat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes to the widget are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. Open pages show it when they are loaded again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The live preview is the real widget and shows what is saved. Save first, or discard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The widget answers on allowed sites alone, and the preview comes from this computer (%1), which is not among them. Allowing it lets pages that run on the computer of whoever looks at them chat here, and nothing else; take it off the list when you are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow it and open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preview could not be opened: another program uses %1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No browser could be started. Open %1 yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only signed-in customers may chat, and the preview names nobody: it shows the looks, and opening a chat in it is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new identity secret?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old one counts no longer: until your site signs with the new one, its signed-in customers are strangers here and do not see their earlier conversations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The identity secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it now, where only your site&apos;s server can read it: whoever has it can name themselves as any customer. It cannot be shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity secret</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::WidgetPreview</name>
    <message>
        <source>About how the chat will look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While somebody is awaited, the chat asks for an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parley::console::WidgetRules</name>
    <message>
        <source>A colour is # and six digits or letters to f, such as #1f5fbf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A language such as en or de-AT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 lines; these are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no origin. It looks like https://shop.example: small letters, no path and no / at its end; or * for every site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 questions; these are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A question may have %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
