<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>parley::console::AgentPage</name>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>New agent</source>
        <translation>Neuer Agent</translation>
    </message>
    <message>
        <source>No agents yet</source>
        <translation>Noch keine Agenten</translation>
    </message>
    <message>
        <source>An agent answers the questions of one subject. Customers&apos; messages go to the agent that they fit best.</source>
        <translation>Ein Agent beantwortet die Fragen zu einem Thema. Nachrichten der Kunden gehen an den Agenten, zu dem sie am besten passen.</translation>
    </message>
    <message>
        <source>Its prompt, its examples and all its versions go with it, and nothing brings them back. Messages that were its go to the other agents from now on.</source>
        <translation>Sein Prompt, seine Beispiele und alle seine Versionen werden mit gelöscht, und nichts bringt sie zurück. Nachrichten, die seine waren, gehen ab jetzt an die anderen Agenten.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What it is for. Messages are given to the agent whose description and examples they fit best.</source>
        <translation>Wofür er da ist. Nachrichten gehen an den Agenten, zu dessen Beschreibung und Beispielen sie am besten passen.</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>What it is told</source>
        <translation>Was ihm gesagt wird</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Empty: the first of the organisation&apos;s models.</source>
        <translation>Leer: das erste der Modelle der Organisation.</translation>
    </message>
    <message>
        <source>What it may use</source>
        <translation>Was er nutzen darf</translation>
    </message>
    <message>
        <source>Which messages are its</source>
        <translation>Welche Nachrichten seine sind</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Questions as customers ask them, one a line. Ten or more make the choice reliable.</source>
        <translation>Fragen, wie Kunden sie stellen, eine pro Zeile. Mit zehn oder mehr wird die Auswahl zuverlässig.</translation>
    </message>
    <message>
        <source>Intents</source>
        <translation>Absichten</translation>
    </message>
    <message>
        <source>Names of what customers want, one a line.</source>
        <translation>Namen dessen, was Kunden wollen, einer pro Zeile.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Of two agents that fit equally, the one with more goes first.</source>
        <translation>Von zwei gleich gut passenden Agenten geht der mit der höheren vor.</translation>
    </message>
    <message>
        <source>Confidence threshold</source>
        <translation>Konfidenzschwelle</translation>
    </message>
    <message>
        <source>Least confidence to answer with; below it a person takes over.</source>
        <translation>Mindestkonfidenz für eine Antwort; darunter übernimmt ein Mensch.</translation>
    </message>
    <message>
        <source>The organisation&apos;s</source>
        <translation>Die der Organisation</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>System-Prompt</translation>
    </message>
    <message>
        <source>Instructions beside those that Parley gives every agent.</source>
        <translation>Anweisungen zusätzlich zu denen, die Parley jedem Agenten gibt.</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>From the next message on the agent answers as it did then. What it is now stays in the list, so that you can come back to it.</source>
        <translation>Ab der nächsten Nachricht antwortet der Agent wie damals. Der jetzige Stand bleibt in der Liste, sodass Sie zu ihm zurückkehren können.</translation>
    </message>
    <message>
        <source>Your changes that are not saved are lost.</source>
        <translation>Ihre nicht gespeicherten Änderungen gehen verloren.</translation>
    </message>
    <message>
        <source>The agent is again what it was in version %1.</source>
        <translation>Der Agent ist wieder, wie er in Version %1 war.</translation>
    </message>
    <message>
        <source>Roll back to version %1?</source>
        <translation>Auf Version %1 zurücksetzen?</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurücksetzen</translation>
    </message>
</context>
<context>
    <name>parley::console::AgentPages</name>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Golden questions</source>
        <translation>Goldene Fragen</translation>
    </message>
</context>
<context>
    <name>parley::console::AgentText</name>
    <message>
        <source>Questions – answers from the documents</source>
        <translation>Fragen – antwortet aus den Dokumenten</translation>
    </message>
    <message>
        <source>Problems and complaints – answers, or opens a case</source>
        <translation>Probleme und Beschwerden – antwortet oder eröffnet einen Fall</translation>
    </message>
    <message>
        <source>A customer&apos;s own account – by its tools alone</source>
        <translation>Das eigene Konto eines Kunden – nur mit seinen Werkzeugen</translation>
    </message>
    <message>
        <source>Specialist – for the subject its description names</source>
        <translation>Spezialist – für das Thema, das seine Beschreibung nennt</translation>
    </message>
    <message>
        <source>Fallback – where no other agent fits</source>
        <translation>Auffang – wo kein anderer Agent passt</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>Ein/Aus</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>system prompt</source>
        <translation>System-Prompt</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>intents</source>
        <translation>Absichten</translation>
    </message>
    <message>
        <source>confidence threshold</source>
        <translation>Konfidenzschwelle</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>Name: %1</translation>
    </message>
    <message>
        <source>Kind: %1</source>
        <translation>Art: %1</translation>
    </message>
    <message>
        <source>Description: %1</source>
        <translation>Beschreibung: %1</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>Priorität: %1</translation>
    </message>
    <message>
        <source>Model: the organisation&apos;s</source>
        <translation>Modell: das der Organisation</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>Confidence threshold: %1</source>
        <translation>Konfidenzschwelle: %1</translation>
    </message>
    <message>
        <source>Confidence threshold: the organisation&apos;s</source>
        <translation>Konfidenzschwelle: die der Organisation</translation>
    </message>
    <message>
        <source>System prompt:</source>
        <translation>System-Prompt:</translation>
    </message>
    <message>
        <source>Tools:</source>
        <translation>Werkzeuge:</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Beispiele:</translation>
    </message>
    <message>
        <source>Intents:</source>
        <translation>Absichten:</translation>
    </message>
    <message>
        <source>Rolled back to version %1</source>
        <translation>Auf Version %1 zurückgesetzt</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Geändert: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::AnalyticsPage</name>
    <message>
        <source>Nothing happened in this period</source>
        <translation>In diesem Zeitraum ist nichts geschehen</translation>
    </message>
    <message>
        <source>As soon as customers chat, this shows how many the agents answered by themselves, why others went to people, how fast answers came and what they cost.</source>
        <translation>Sobald Kunden chatten, sehen Sie hier, wie viele Unterhaltungen die Agenten selbst beantwortet haben, warum andere an Menschen gingen, wie schnell Antworten kamen und was sie gekostet haben.</translation>
    </message>
    <message>
        <source>Figures of the period</source>
        <translation>Zahlen des Zeitraums</translation>
    </message>
    <message>
        <source>The figures are being counted</source>
        <translation>Die Zahlen werden ermittelt</translation>
    </message>
    <message>
        <source>Save the figures as CSV</source>
        <translation>Zahlen als CSV speichern</translation>
    </message>
    <message>
        <source>Save the charts as a picture</source>
        <translation>Diagramme als Bild speichern</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>PNG…</source>
        <translation>PNG…</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>Zahlen speichern</translation>
    </message>
    <message>
        <source>Save the charts</source>
        <translation>Diagramme speichern</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Answered by the agents</source>
        <translation>Von den Agenten beantwortet</translation>
    </message>
    <message>
        <source>First reply of the agents</source>
        <translation>Erste Antwort der Agenten</translation>
    </message>
    <message>
        <source>First reply of a person</source>
        <translation>Erste Antwort eines Menschen</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>Zufriedenheit</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Remembered answers used</source>
        <translation>Genutzte gemerkte Antworten</translation>
    </message>
    <message>
        <source>Cost of models</source>
        <translation>Kosten der Modelle</translation>
    </message>
    <message>
        <source>Answered by the agents alone, in %</source>
        <translation>Von den Agenten allein beantwortet, in %</translation>
    </message>
    <message>
        <source>No conversation in this period.</source>
        <translation>Keine Unterhaltung in diesem Zeitraum.</translation>
    </message>
    <message>
        <source>Why people were needed</source>
        <translation>Warum Menschen gebraucht wurden</translation>
    </message>
    <message>
        <source>No conversation went to a person.</source>
        <translation>Keine Unterhaltung ging an einen Menschen.</translation>
    </message>
    <message>
        <source>How long the agents take, by channel</source>
        <translation>Wie lange die Agenten brauchen, nach Kanal</translation>
    </message>
    <message>
        <source>The agents have answered nothing.</source>
        <translation>Die Agenten haben nichts beantwortet.</translation>
    </message>
    <message>
        <source>How customers felt</source>
        <translation>Wie die Stimmung der Kunden war</translation>
    </message>
    <message>
        <source>What it cost and what was saved</source>
        <translation>Was es gekostet hat und was gespart wurde</translation>
    </message>
    <message>
        <source>Nothing was spent: no model was asked, and no answer came from memory.</source>
        <translation>Es ist nichts ausgegeben worden: Kein Modell wurde gefragt, und keine Antwort war gemerkt.</translation>
    </message>
    <message>
        <source>No customer has given a mark.</source>
        <translation>Kein Kunde hat eine Bewertung abgegeben.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>%1 Nachrichten</translation>
    </message>
    <message>
        <source>%1 went to people</source>
        <translation>%1 gingen an Menschen</translation>
    </message>
    <message>
        <source>95 of 100 within %1</source>
        <translation>95 von 100 binnen %1</translation>
    </message>
    <message>
        <source>to the end of the case %1</source>
        <translation>bis zum Ende des Falls %1</translation>
    </message>
    <message>
        <source>%1 marks of 1 to 5</source>
        <translation>%1 Bewertungen von 1 bis 5</translation>
    </message>
    <message>
        <source>%1 upset</source>
        <translation>%1 verärgert</translation>
    </message>
    <message>
        <source>%1 content</source>
        <translation>%1 zufrieden</translation>
    </message>
    <message>
        <source>%1 tokens saved, %2 called wrong</source>
        <translation>%1 Token gespart, %2 als falsch gemeldet</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: half within %2, 95 of 100 within %3</source>
        <translation>%1: die Hälfte binnen %2, 95 von 100 binnen %3</translation>
    </message>
    <message>
        <source>%1 answered by the agents, %2 taken by people</source>
        <translation>%1 von den Agenten beantwortet, %2 von Menschen übernommen</translation>
    </message>
    <message>
        <source>%1 content, %2 neutral, %3 upset</source>
        <translation>%1 zufrieden, %2 neutral, %3 verärgert</translation>
    </message>
    <message>
        <source>%1 spent, %2 saved</source>
        <translation>%1 ausgegeben, %2 gespart</translation>
    </message>
    <message>
        <source>%1 marks</source>
        <translation>%1 Bewertungen</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>parley::console::AnalyticsPages</name>
    <message>
        <source>Analytics</source>
        <translation>Analyse</translation>
    </message>
</context>
<context>
    <name>parley::console::AnsweringPage</name>
    <message>
        <source>Answering</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>When an agent answers</source>
        <translation>Wann ein Agent antwortet</translation>
    </message>
    <message>
        <source>Confidence threshold</source>
        <translation>Konfidenzschwelle</translation>
    </message>
    <message>
        <source>Least confidence to answer with; below it a person takes over. An agent&apos;s own goes first.</source>
        <translation>Mindestkonfidenz für eine Antwort; darunter übernimmt ein Mensch. Die eigene Schwelle eines Agenten geht vor.</translation>
    </message>
    <message>
        <source>Check each sentence of a model</source>
        <translation>Jeden Satz eines Modells prüfen</translation>
    </message>
    <message>
        <source>What the documents do not bear out is taken out before the customer sees it.</source>
        <translation>Was die Dokumente nicht belegen, wird entfernt, bevor der Kunde es sieht.</translation>
    </message>
    <message>
        <source>Remember customers</source>
        <translation>Sich an Kunden erinnern</translation>
    </message>
    <message>
        <source>What a customer said in earlier conversations is taken into account.</source>
        <translation>Was ein Kunde in früheren Unterhaltungen gesagt hat, wird berücksichtigt.</translation>
    </message>
    <message>
        <source>Most tool calls for one answer</source>
        <translation>Werkzeugaufrufe pro Antwort höchstens</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> Token</translation>
    </message>
    <message>
        <source>What goes to a person at once</source>
        <translation>Was sofort an einen Menschen geht</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is longer than %2 characters.</source>
        <translation>„%1“ ist länger als %2 Zeichen.</translation>
    </message>
    <message>
        <source>At most %1 lines; these are %2.</source>
        <translation>Höchstens %1 Zeilen; dies sind %2.</translation>
    </message>
    <message>
        <source>Words and phrases</source>
        <translation>Wörter und Wendungen</translation>
    </message>
    <message>
        <source>One a line, in any case and inflection; charge* by its beginning.</source>
        <translation>Eine pro Zeile, gleich welche Groß-/Kleinschreibung und Beugung; charge* nach dem Wortanfang.</translation>
    </message>
    <message>
        <source>Answers that are used again</source>
        <translation>Antworten, die wiederverwendet werden</translation>
    </message>
    <message>
        <source>Keep answers</source>
        <translation>Antworten aufbewahren</translation>
    </message>
    <message>
        <source>Least likeness</source>
        <translation>Mindestähnlichkeit</translation>
    </message>
    <message>
        <source>Probability that two questions want the same answer, from which on it is given again.</source>
        <translation>Wahrscheinlichkeit, dass zwei Fragen dieselbe Antwort verlangen, ab der sie wieder gegeben wird.</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Aufbewahrt für</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message numerus="yes">
        <source>The confidence is fitted to %n thing(s) your people did with answers.</source>
        <translation>
            <numerusform>Die Konfidenz ist an %n Handlung Ihrer Supporter mit Antworten angepasst.</numerusform>
            <numerusform>Die Konfidenz ist an %n Handlungen Ihrer Supporter mit Antworten angepasst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The confidence is as Parley ships it; it is fitted to your people once they have edited or rejected enough answers (%n so far).</source>
        <translation>
            <numerusform>Die Konfidenz ist, wie Parley sie ausliefert; sie wird an Ihre Supporter angepasst, sobald diese genügend Antworten bearbeitet oder abgelehnt haben (bisher %n).</numerusform>
            <numerusform>Die Konfidenz ist, wie Parley sie ausliefert; sie wird an Ihre Supporter angepasst, sobald diese genügend Antworten bearbeitet oder abgelehnt haben (bisher %n).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::ApiClient</name>
    <message>
        <source>You are no longer signed in.</source>
        <translation>Sie sind nicht mehr angemeldet.</translation>
    </message>
    <message>
        <source>%1 could not prove that it is the server it claims to be, so nothing was sent to it.
%2</source>
        <translation>%1 konnte nicht nachweisen, der Server zu sein, der er zu sein vorgibt. Daher wurde nichts an ihn gesendet.
%2</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>%1 ist nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>What answers at %1 does not speak like a Parley server (status %2).</source>
        <translation>Was unter %1 antwortet, spricht nicht wie ein Parley-Server (Status %2).</translation>
    </message>
    <message>
        <source>Something else answers for %1, with a web page. Check the address; or perhaps this network wants you to sign in first: open any page in your browser to see.</source>
        <translation>Statt %1 antwortet etwas anderes, mit einer Webseite. Prüfen Sie die Adresse; oder vielleicht verlangt dieses Netz zuerst eine Anmeldung: Öffnen Sie zum Nachsehen eine beliebige Seite im Browser.</translation>
    </message>
</context>
<context>
    <name>parley::console::ApiClientPage</name>
    <message>
        <source>Machine clients</source>
        <translation>API-Clients</translation>
    </message>
    <message>
        <source>Add client</source>
        <translation>Client hinzufügen</translation>
    </message>
    <message>
        <source>No program calls in your name</source>
        <translation>Kein Programm greift in Ihrem Namen zu</translation>
    </message>
    <message>
        <source>A shop, an app or a script signs in with an id and a secret of its own, and may do what you allow it.</source>
        <translation>Ein Shop, eine App oder ein Skript meldet sich mit eigener ID und eigenem Geheimnis an und darf, was Sie ihm erlauben.</translation>
    </message>
    <message>
        <source>Whatever signs in as &quot;%1&quot; is refused from this moment on. Its secret cannot be had back; another client gets another one.</source>
        <translation>Was sich als „%1“ anmeldet, wird ab sofort abgewiesen. Das Geheimnis lässt sich nicht wiederherstellen; ein neuer Client erhält ein neues.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it is for, such as &quot;Web shop&quot;.</source>
        <translation>Wofür er da ist, z. B. „Webshop“.</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Darf</translation>
    </message>
    <message>
        <source>Chat as a customer does</source>
        <translation>Chatten wie ein Kunde</translation>
    </message>
    <message>
        <source>Read conversations, tickets and settings</source>
        <translation>Unterhaltungen, Tickets und Einstellungen lesen</translation>
    </message>
    <message>
        <source>Change settings and knowledge</source>
        <translation>Einstellungen und Wissen ändern</translation>
    </message>
    <message>
        <source>Allow it one thing at least.</source>
        <translation>Erlauben Sie mindestens eines davon.</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>Anfragen pro Minute</translation>
    </message>
    <message>
        <source>More are refused with a time to wait. Once set, it can be changed and not taken away.</source>
        <translation>Weitere werden mit einer Wartezeit abgewiesen. Einmal gesetzt, lässt sich der Wert ändern, aber nicht entfernen.</translation>
    </message>
    <message>
        <source>as the server allows everybody</source>
        <translation>wie der Server es allen erlaubt</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>The secret of &quot;%1&quot;</source>
        <translation>Das Geheimnis von „%1“</translation>
    </message>
    <message>
        <source>Keep it now, where only the program can read it. The server stores a fingerprint alone and cannot show it again.</source>
        <translation>Bewahren Sie es jetzt dort auf, wo nur das Programm es lesen kann. Der Server speichert lediglich einen Fingerabdruck und kann es nicht noch einmal anzeigen.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
</context>
<context>
    <name>parley::console::ApiError</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Versuchen Sie es in %n Sekunde erneut.</numerusform>
            <numerusform>Versuchen Sie es in %n Sekunden erneut.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server refused this (status %1).</source>
        <translation>Der Server hat dies abgelehnt (Status %1).</translation>
    </message>
</context>
<context>
    <name>parley::console::ArticleEditor</name>
    <message>
        <source>Add article</source>
        <translation>Artikel hinzufügen</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Neuer Artikel</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>The question it answers, in a customer&apos;s words.</source>
        <translation>Die Frage, die er beantwortet, in den Worten eines Kunden.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Markdown. Headings (## like this) keep long articles findable by their parts.</source>
        <translation>Markdown. Mit Überschriften (## wie hier) bleiben lange Artikel in Teilen auffindbar.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Groups documents in the list; may stay empty.</source>
        <translation>Gruppiert Dokumente in der Liste; darf leer bleiben.</translation>
    </message>
    <message>
        <source>Who may be answered from it</source>
        <translation>Wer daraus Antworten erhalten darf</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Supporters only</source>
        <translation>Nur Supporter</translation>
    </message>
    <message>
        <source>Discard the article?</source>
        <translation>Artikel verwerfen?</translation>
    </message>
    <message>
        <source>What you have written is not saved anywhere.</source>
        <translation>Was Sie geschrieben haben, ist nirgends gespeichert.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>parley::console::AuditColumns</name>
    <message>
        <source>Parley itself</source>
        <translation>Parley selbst</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Woran</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
</context>
<context>
    <name>parley::console::AuditFilterBar</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Action, such as team.create</source>
        <translation>Aktion, z. B. team.create</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Woran</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Id of what was changed</source>
        <translation>ID des Geänderten</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
</context>
<context>
    <name>parley::console::AuditPage</name>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren…</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Noch wurde nichts geändert</translation>
    </message>
    <message>
        <source>Nothing was done like that</source>
        <translation>Nichts dergleichen wurde getan</translation>
    </message>
    <message>
        <source>Whatever people change here, and what Parley changes by itself, is noted with who, when and what it was before.</source>
        <translation>Was Personen hier ändern und was Parley selbst ändert, wird festgehalten: wer, wann und wie es vorher war.</translation>
    </message>
    <message>
        <source>Take a filter away to see more.</source>
        <translation>Entfernen Sie einen Filter, um mehr zu sehen.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles anzeigen</translation>
    </message>
    <message>
        <source>Export what was done</source>
        <translation>Exportieren, was getan wurde</translation>
    </message>
    <message>
        <source>audit.csv</source>
        <translation>audit.csv</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) exported: those that the list has read.</source>
        <translation>
            <numerusform>%n Eintrag exportiert: der, den die Liste gelesen hat.</numerusform>
            <numerusform>%n Einträge exportiert: die, welche die Liste gelesen hat.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::AuditPanel</name>
    <message>
        <source>Nothing is kept of what it was before and after.</source>
        <translation>Vom Zustand davor und danach ist nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>Only what changed</source>
        <translation>Nur Geändertes</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Durch %1</translation>
    </message>
    <message>
        <source>Object %1</source>
        <translation>Objekt %1</translation>
    </message>
    <message>
        <source>From the address %1</source>
        <translation>Von der Adresse %1</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>Anfrage %1</translation>
    </message>
</context>
<context>
    <name>parley::console::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>parley::console::CachePage</name>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Supporter</source>
        <translation>Supporter</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Beantwortet von</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Genutzt</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Gilt bis</translation>
    </message>
    <message>
        <source>Find a remembered answer</source>
        <translation>Gemerkte Antwort suchen</translation>
    </message>
    <message>
        <source>Nothing is remembered</source>
        <translation>Nichts ist gemerkt</translation>
    </message>
    <message>
        <source>Good answers of agents, and what supporters answered, are kept for a while and given again at once to who asks the same.</source>
        <translation>Gute Antworten der Agenten und die Antworten der Supporter werden eine Zeit lang aufbewahrt und bei gleicher Frage sofort wieder gegeben.</translation>
    </message>
    <message>
        <source>Remembered answers</source>
        <translation>Gemerkte Antworten</translation>
    </message>
    <message>
        <source>Find in questions and answers</source>
        <translation>In Fragen und Antworten suchen</translation>
    </message>
    <message>
        <source>Forget all…</source>
        <translation>Alle vergessen…</translation>
    </message>
    <message>
        <source>No answer is chosen</source>
        <translation>Keine Antwort ausgewählt</translation>
    </message>
    <message>
        <source>Choose one to see where it comes from.</source>
        <translation>Wählen Sie eine aus, um zu sehen, woher sie stammt.</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>Die Antwort</translation>
    </message>
    <message>
        <source>Documents it was made from</source>
        <translation>Dokumente, aus denen sie entstand</translation>
    </message>
    <message>
        <source>Forget this answer</source>
        <translation>Diese Antwort vergessen</translation>
    </message>
    <message>
        <source>Made from (Enter opens the document)</source>
        <translation>Entstanden aus (Enter öffnet das Dokument)</translation>
    </message>
    <message>
        <source>Used %1 times, %2 of them called wrong · %3 tokens and %4 of computing saved</source>
        <translation>%1-mal genutzt, davon %2-mal als falsch gemeldet · %3 Token und %4 Rechenzeit gespart</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n Mal</numerusform>
            <numerusform>%n Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt genutzt</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespart</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>A document</source>
        <translation>Ein Dokument</translation>
    </message>
    <message>
        <source>A document that is no longer there</source>
        <translation>Ein Dokument, das es nicht mehr gibt</translation>
    </message>
    <message>
        <source>Forgotten. The agents answer this question anew.</source>
        <translation>Vergessen. Die Agenten beantworten diese Frage neu.</translation>
    </message>
    <message>
        <source>Forget all remembered answers?</source>
        <translation>Alle gemerkten Antworten vergessen?</translation>
    </message>
    <message>
        <source>Also what supporters have answered goes from here. Every question is answered anew by the agents, which takes longer and costs tokens, until the answers are remembered again.</source>
        <translation>Auch die Antworten der Supporter werden hier entfernt. Jede Frage wird von den Agenten neu beantwortet, was länger dauert und Token kostet, bis die Antworten wieder gemerkt sind.</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>Alle vergessen</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) forgotten.</source>
        <translation>
            <numerusform>%n Antwort vergessen.</numerusform>
            <numerusform>%n Antworten vergessen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::CannedList</name>
    <message>
        <source>Canned responses</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>No canned response matches. An administrator adds them under &quot;Canned responses&quot;.</source>
        <translation>Kein Textbaustein passt. Administratoren legen sie unter „Textbausteine“ an.</translation>
    </message>
</context>
<context>
    <name>parley::console::CannedPage</name>
    <message>
        <source>Canned responses</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>Add text</source>
        <translation>Baustein hinzufügen</translation>
    </message>
    <message>
        <source>No texts yet</source>
        <translation>Noch keine Textbausteine</translation>
    </message>
    <message>
        <source>What you write again and again goes here once. In a chat, &quot;/&quot; and its shortcut put it into your answer.</source>
        <translation>Was Sie immer wieder schreiben, hinterlegen Sie hier einmal. Im Chat fügen „/“ und das Kürzel es in Ihre Antwort ein.</translation>
    </message>
    <message>
        <source>Nobody can send /%1 any more. Messages that were sent stay as they are.</source>
        <translation>Niemand kann /%1 mehr senden. Bereits gesendete Nachrichten bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Typed after &quot;/&quot; in a chat.</source>
        <translation>Wird im Chat nach „/“ eingegeben.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What the list of texts shows.</source>
        <translation>Was die Liste der Textbausteine anzeigt.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>{{customer.name}}, {{customer.email}}, {{supporter.name}} and {{ticket.reference}} are filled in when it is put into an answer.</source>
        <translation>{{customer.name}}, {{customer.email}}, {{supporter.name}} und {{ticket.reference}} werden beim Einfügen in eine Antwort ausgefüllt.</translation>
    </message>
    <message>
        <source>As it will read</source>
        <translation>So wird es zu lesen sein</translation>
    </message>
    <message>
        <source>Ana Example</source>
        <translation>Anna Beispiel</translation>
    </message>
    <message>
        <source>Sam Supporter</source>
        <translation>Sam Supporter</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
</context>
<context>
    <name>parley::console::CaseCard</name>
    <message>
        <source>The case</source>
        <translation>Der Fall</translation>
    </message>
    <message>
        <source>Why it came to a person</source>
        <translation>Warum er zu einem Menschen kam</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>Was gefragt wurde</translation>
    </message>
    <message>
        <source>What the agents would have answered</source>
        <translation>Was die Agenten geantwortet hätten</translation>
    </message>
    <message>
        <source>Put it into the answer (Ctrl+D)</source>
        <translation>In die Antwort übernehmen (Strg+D)</translation>
    </message>
    <message>
        <source>What was found for it</source>
        <translation>Was dazu gefunden wurde</translation>
    </message>
    <message>
        <source>The customer&apos;s mood</source>
        <translation>Stimmung des Kunden</translation>
    </message>
    <message>
        <source>Promised first answer</source>
        <translation>Zugesagte erste Antwort</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Schlagwörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>None. Write them with commas between.</source>
        <translation>Keine. Mit Kommas getrennt eingeben.</translation>
    </message>
    <message>
        <source>Other conversations of this customer</source>
        <translation>Weitere Unterhaltungen dieses Kunden</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Der Kunde</translation>
    </message>
    <message>
        <source>Why did it say that?</source>
        <translation>Warum diese Antwort?</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
    <message>
        <source>Confidence %1 %</source>
        <translation>Konfidenz %1 %</translation>
    </message>
    <message>
        <source>Last answer: %1</source>
        <translation>Letzte Antwort: %1</translation>
    </message>
    <message>
        <source>Missed: it was due %1</source>
        <translation>Verpasst: Sie war fällig %1</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Fällig %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Bei %1</translation>
    </message>
</context>
<context>
    <name>parley::console::CaseWords</name>
    <message>
        <source>The customer asked for a person.</source>
        <translation>Der Kunde hat nach einem Menschen gefragt.</translation>
    </message>
    <message>
        <source>The agents were not sure enough of their answer.</source>
        <translation>Die Agenten waren sich ihrer Antwort nicht sicher genug.</translation>
    </message>
    <message>
        <source>The knowledge base has no answer to this.</source>
        <translation>Die Wissensdatenbank hat darauf keine Antwort.</translation>
    </message>
    <message>
        <source>The customer used a word that goes to people at once.</source>
        <translation>Der Kunde hat ein Wort benutzt, das sofort zu einem Menschen führt.</translation>
    </message>
    <message>
        <source>Something failed while the agents answered.</source>
        <translation>Während die Agenten antworteten, ist etwas fehlgeschlagen.</translation>
    </message>
    <message>
        <source>A tool that the answer needed failed.</source>
        <translation>Ein für die Antwort nötiges Werkzeug ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The agents did not answer in time.</source>
        <translation>Die Agenten haben nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>A colleague took the conversation over.</source>
        <translation>Ein Teammitglied hat die Unterhaltung übernommen.</translation>
    </message>
    <message>
        <source>Whoever took the case did not answer in time.</source>
        <translation>Wer den Fall übernommen hatte, hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Whoever had the case went away.</source>
        <translation>Wer den Fall hatte, ist abwesend.</translation>
    </message>
    <message>
        <source>It may be about danger to somebody.</source>
        <translation>Möglicherweise ist jemand in Gefahr.</translation>
    </message>
    <message>
        <source>It is about deleting an account or personal data.</source>
        <translation>Es geht um die Löschung eines Kontos oder persönlicher Daten.</translation>
    </message>
    <message>
        <source>It is a legal matter.</source>
        <translation>Es ist eine rechtliche Angelegenheit.</translation>
    </message>
    <message>
        <source>It is about a break-in, a leak or fraud.</source>
        <translation>Es geht um einen Einbruch, ein Datenleck oder Betrug.</translation>
    </message>
    <message>
        <source>Press or media are asking.</source>
        <translation>Presse oder Medien fragen an.</translation>
    </message>
    <message>
        <source>It is about money back or compensation.</source>
        <translation>Es geht um Erstattung oder Entschädigung.</translation>
    </message>
    <message>
        <source>A charge or an invoice is disputed.</source>
        <translation>Eine Abbuchung oder Rechnung wird bestritten.</translation>
    </message>
    <message>
        <source>It is about whose account this is, or access to it.</source>
        <translation>Es geht darum, wem dieses Konto gehört, oder um den Zugang dazu.</translation>
    </message>
    <message>
        <source>A discount or a quote is asked for.</source>
        <translation>Es wird nach einem Rabatt oder Angebot gefragt.</translation>
    </message>
    <message>
        <source>Data are lost.</source>
        <translation>Daten sind verloren gegangen.</translation>
    </message>
    <message>
        <source>An outage or a critical fault is reported.</source>
        <translation>Ein Ausfall oder kritischer Fehler wird gemeldet.</translation>
    </message>
    <message>
        <source>The customer is about to leave.</source>
        <translation>Der Kunde droht abzuwandern.</translation>
    </message>
    <message>
        <source>The customer is angry, or writes again and again.</source>
        <translation>Der Kunde ist wütend oder schreibt immer wieder.</translation>
    </message>
    <message>
        <source>Passage speaks of the question</source>
        <translation>Textstelle behandelt die Frage</translation>
    </message>
    <message>
        <source>One sentence says it</source>
        <translation>Ein einzelner Satz sagt es</translation>
    </message>
    <message>
        <source>Answer speaks of the question</source>
        <translation>Antwort geht auf die Frage ein</translation>
    </message>
    <message>
        <source>Title is the question</source>
        <translation>Titel entspricht der Frage</translation>
    </message>
    <message>
        <source>Words nobody wrote about</source>
        <translation>Wörter, über die niemand geschrieben hat</translation>
    </message>
    <message>
        <source>Ahead of other documents</source>
        <translation>Vorsprung vor anderen Dokumenten</translation>
    </message>
    <message>
        <source>Amount or time that was asked for</source>
        <translation>Gefragter Betrag oder Zeitraum</translation>
    </message>
    <message>
        <source>Very short question</source>
        <translation>Sehr kurze Frage</translation>
    </message>
    <message>
        <source>Important word is missing</source>
        <translation>Wichtiges Wort fehlt</translation>
    </message>
    <message>
        <source>Best sentence stands out</source>
        <translation>Bester Satz sticht heraus</translation>
    </message>
    <message>
        <source>Names something else</source>
        <translation>Nennt etwas anderes</translation>
    </message>
    <message>
        <source>Title is about something else</source>
        <translation>Titel handelt von etwas anderem</translation>
    </message>
    <message>
        <source>Word missing, under another title</source>
        <translation>Wort fehlt, unter anderem Titel</translation>
    </message>
    <message>
        <source>Outside what is answered here</source>
        <translation>Außerhalb dessen, was hier beantwortet wird</translation>
    </message>
    <message>
        <source>Unclear whose question it is</source>
        <translation>Unklar, wessen Frage es ist</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>Noch nicht beantwortet</translation>
    </message>
    <message>
        <source>Waits for a person</source>
        <translation>Wartet auf einen Menschen</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Gelöst</translation>
    </message>
</context>
<context>
    <name>parley::console::ChainView</name>
    <message>
        <source>Steps of the turn</source>
        <translation>Schritte des Durchgangs</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3, %4</source>
        <translation>Schritt %1 von %2: %3, %4</translation>
    </message>
</context>
<context>
    <name>parley::console::ChannelEditor</name>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>New channel</source>
        <translation>Neuer Kanal</translation>
    </message>
    <message>
        <source>No channel yet</source>
        <translation>Noch kein Kanal</translation>
    </message>
    <message>
        <source>A channel is a way by which customers write: the chat on your site, a form, your own programs.</source>
        <translation>Über Kanäle schreiben Ihnen Kunden: im Chat auf Ihrer Website, in einem Formular oder aus Ihren eigenen Programmen.</translation>
    </message>
    <message>
        <source>Its settings and its own words go with it, and its address takes nothing any more. What came in by it stays: conversations, cases and customers.</source>
        <translation>Seine Einstellungen und eigenen Texte werden mit gelöscht, und seine Adresse nimmt nichts mehr an. Was darüber eingegangen ist, bleibt: Unterhaltungen, Fälle und Kunden.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>What it says by itself</source>
        <translation>Eigene Texte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>For your people alone; customers do not see it.</source>
        <translation>Nur für Ihre Mitarbeiter; Kunden sehen ihn nicht.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Ausschalten…</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Nothing is taken in by it until it is turned on again; whoever tries is told so. What came in before is answered as always.</source>
        <translation>Bis er wieder eingeschaltet wird, nimmt er nichts an; wer es versucht, erfährt das. Was vorher eingegangen ist, wird beantwortet wie immer.</translation>
    </message>
    <message>
        <source>Turn off &quot;%1&quot;?</source>
        <translation>„%1“ ausschalten?</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>%1 is on.</source>
        <translation>%1 ist eingeschaltet.</translation>
    </message>
    <message>
        <source>%1 is off.</source>
        <translation>%1 ist ausgeschaltet.</translation>
    </message>
</context>
<context>
    <name>parley::console::ChannelKinds</name>
    <message>
        <source>Empty: Parley&apos;s own words, in the customer&apos;s language where it has them.</source>
        <translation>Leer: Parleys eigener Text, in der Sprache des Kunden, wo es ihn gibt.</translation>
    </message>
    <message>
        <source>May stand in it: %1</source>
        <translation>Darin möglich: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::ChannelSummary</name>
    <message numerus="yes">
        <source>%n message(s) in 24 h</source>
        <translation>
            <numerusform>%n Nachricht in 24 Std.</numerusform>
            <numerusform>%n Nachrichten in 24 Std.</numerusform>
        </translation>
    </message>
    <message>
        <source>Conversations, 24 h</source>
        <translation>Unterhaltungen, 24 Std.</translation>
    </message>
    <message>
        <source>Time to answer, 24 h</source>
        <translation>Antwortzeit, 24 Std.</translation>
    </message>
    <message>
        <source>Given to people, 24 h</source>
        <translation>An Menschen gegeben, 24 Std.</translation>
    </message>
    <message>
        <source>Mood, 24 h</source>
        <translation>Stimmung, 24 Std.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>nobody has written yet</source>
        <translation>noch hat niemand geschrieben</translation>
    </message>
    <message>
        <source>last message %1</source>
        <translation>letzte Nachricht %1</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>noch keine Antwort</translation>
    </message>
    <message>
        <source>of its conversations</source>
        <translation>seiner Unterhaltungen</translation>
    </message>
    <message>
        <source>%1 on average, from −1 to 1</source>
        <translation>%1 im Mittel, von −1 bis 1</translation>
    </message>
    <message>
        <source>for half of them; 95 of 100 within %1</source>
        <translation>für die Hälfte; 95 von 100 binnen %1</translation>
    </message>
    <message>
        <source>%1 in 24 h</source>
        <translation>%1 in 24 Std.</translation>
    </message>
</context>
<context>
    <name>parley::console::ChannelWays</name>
    <message>
        <source>Address of the form</source>
        <translation>Adresse des Formulars</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Code that puts the form into a page</source>
        <translation>Code, der das Formular in eine Seite einbettet</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>How the chat looks, where it may run and the code for your site stand on a page of their own.</source>
        <translation>Wie der Chat aussieht, wo er laufen darf und der Code für Ihre Website stehen auf einer eigenen Seite.</translation>
    </message>
    <message>
        <source>Chat widget</source>
        <translation>Chat-Widget</translation>
    </message>
    <message>
        <source>Programs write here. Each signs in as a machine client, with an id and a secret of its own.</source>
        <translation>Hierüber schreiben Programme. Jedes meldet sich als API-Client an, mit eigener Kennung und eigenem Geheimnis.</translation>
    </message>
    <message>
        <source>Machine clients</source>
        <translation>API-Clients</translation>
    </message>
    <message>
        <source>Link to this page, from your site or from letters. Whoever fills it in gets a number and a page that says how far it is.</source>
        <translation>Verweisen Sie von Ihrer Website oder aus Briefen auf diese Seite. Wer sie ausfüllt, bekommt eine Nummer und eine Seite mit dem Stand der Dinge.</translation>
    </message>
    <message>
        <source>Open the form</source>
        <translation>Formular öffnen</translation>
    </message>
    <message>
        <source>In a page of your own, on one of the sites that the chat widget may run on:</source>
        <translation>In einer eigenen Seite, auf einer der Websites, auf denen das Chat-Widget laufen darf:</translation>
    </message>
</context>
<context>
    <name>parley::console::ChannelsPage</name>
    <message>
        <source>This server has no channels to set up</source>
        <translation>Auf diesem Server lassen sich keine Kanäle einrichten</translation>
    </message>
    <message>
        <source>It is older than this console. The chat, the contact form and the machine clients work as they did; once the server is updated, each can be looked at, turned off and worded here.</source>
        <translation>Er ist älter als diese Konsole. Chat, Kontaktformular und API-Clients arbeiten wie bisher; sobald der Server aktualisiert ist, können Sie sie hier ansehen, ausschalten und ihre Texte anpassen.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
</context>
<context>
    <name>parley::console::Charts</name>
    <message>
        <source>Answered by the agents</source>
        <translation>Von den Agenten beantwortet</translation>
    </message>
    <message>
        <source>Taken by people</source>
        <translation>Von Menschen übernommen</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Zufrieden</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Neutral</translation>
    </message>
    <message>
        <source>Upset</source>
        <translation>Verärgert</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Saved by remembered answers</source>
        <translation>Durch gemerkte Antworten gespart</translation>
    </message>
    <message>
        <source>Tokens used</source>
        <translation>Verbrauchte Token</translation>
    </message>
    <message>
        <source>Tokens saved by remembered answers</source>
        <translation>Durch gemerkte Antworten gesparte Token</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Half within</source>
        <translation>Die Hälfte binnen</translation>
    </message>
    <message>
        <source>95 of 100 within</source>
        <translation>95 von 100 binnen</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
</context>
<context>
    <name>parley::console::ChatTabs</name>
    <message>
        <source>Open chats</source>
        <translation>Offene Chats</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Close the chat</source>
        <translation>Chat schließen</translation>
    </message>
    <message>
        <source>Close the chat (Ctrl+W)</source>
        <translation>Chat schließen (Strg+W)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>parley::console::ColorField</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose the colour</source>
        <translation>Farbe auswählen</translation>
    </message>
    <message>
        <source>The colour as #rrggbb</source>
        <translation>Die Farbe als #rrggbb</translation>
    </message>
    <message>
        <source>Hard to see on a white page: %1 to 1, and 3 to 1 is the least. The widget writes on it in black, and uses a darker shade for links.</source>
        <translation>Auf einer weißen Seite schwer zu sehen: %1 zu 1, mindestens 3 zu 1 ist nötig. Das Widget schreibt darauf in Schwarz und nutzt für Links einen dunkleren Ton.</translation>
    </message>
    <message>
        <source>white</source>
        <translation>weiß</translation>
    </message>
    <message>
        <source>black</source>
        <translation>schwarz</translation>
    </message>
    <message>
        <source>Good: %1 text on it has %2 to 1.</source>
        <translation>Gut: Text in %1 hat darauf %2 zu 1.</translation>
    </message>
    <message>
        <source>%1 text on it has %2 to 1; links get a darker shade of it.</source>
        <translation>Text in %1 hat darauf %2 zu 1; Links erhalten einen dunkleren Ton davon.</translation>
    </message>
</context>
<context>
    <name>parley::console::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter runs, Esc closes.</source>
        <translation>Auf und Ab wählen aus, Enter führt aus, Esc schließt.</translation>
    </message>
</context>
<context>
    <name>parley::console::Composer</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Canned</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>A note for colleagues, which the customer never sees (Ctrl+Shift+N)</source>
        <translation>Eine Notiz fürs Team, die der Kunde nie sieht (Strg+Umschalt+N)</translation>
    </message>
    <message>
        <source>Canned responses (Ctrl+/, or / at the beginning of a line)</source>
        <translation>Textbausteine (Strg+/ oder / am Zeilenanfang)</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>Ihre Notiz</translation>
    </message>
    <message>
        <source>Write to the customer … Enter sends, Shift+Enter begins a line</source>
        <translation>An den Kunden schreiben … Enter sendet, Umschalt+Enter beginnt eine neue Zeile</translation>
    </message>
    <message>
        <source>Write to the customer … Ctrl+Enter sends</source>
        <translation>An den Kunden schreiben … Strg+Enter sendet</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Notiz speichern</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>Schreiben Sie zuerst etwas.</translation>
    </message>
    <message>
        <source>The agents have no draft for this.</source>
        <translation>Die Agenten haben dafür keinen Entwurf.</translation>
    </message>
    <message>
        <source>Put in what the agents would have answered (Ctrl+D; Ctrl+Shift+D replaces)</source>
        <translation>Einfügen, was die Agenten geantwortet hätten (Strg+D; Strg+Umschalt+D ersetzt)</translation>
    </message>
    <message>
        <source>Nothing is sent until it fits: a message can have %1 characters.</source>
        <translation>Gesendet wird erst, wenn es passt: Eine Nachricht darf %1 Zeichen haben.</translation>
    </message>
    <message>
        <source>Write a note for colleagues … @ names one of them</source>
        <translation>Notiz fürs Team schreiben … @ nennt jemanden daraus</translation>
    </message>
</context>
<context>
    <name>parley::console::Confirmation</name>
    <message>
        <source>Type &quot;%1&quot; to go on:</source>
        <translation>Geben Sie „%1“ ein, um fortzufahren:</translation>
    </message>
    <message>
        <source>This link is not opened</source>
        <translation>Dieser Link wird nicht geöffnet</translation>
    </message>
    <message>
        <source>Only web and e-mail addresses are opened, and this is neither:</source>
        <translation>Nur Web- und E-Mail-Adressen werden geöffnet, und dies ist keines von beiden:</translation>
    </message>
    <message>
        <source>Open this address?</source>
        <translation>Diese Adresse öffnen?</translation>
    </message>
    <message>
        <source>A message in the conversation leads here:</source>
        <translation>Eine Nachricht in der Unterhaltung führt hierher:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>The site is %1.</source>
        <translation>Die Website ist %1.</translation>
    </message>
    <message>
        <source>What stands before the @ is no part of its name.</source>
        <translation>Was vor dem @ steht, gehört nicht zu ihrem Namen.</translation>
    </message>
    <message>
        <source>Its name has letters that can look like those of another site: %1.</source>
        <translation>Ihr Name hat Buchstaben, die denen einer anderen Website gleichen können: %1.</translation>
    </message>
</context>
<context>
    <name>parley::console::ConnectionBar</name>
    <message>
        <source>No connection to %1 since %2. You see what was read before; what you write is kept until it can be sent.</source>
        <translation>Keine Verbindung zu %1 seit %2. Sie sehen den zuletzt gelesenen Stand; was Sie schreiben, wird aufbewahrt, bis es gesendet werden kann.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 ahead of the server&apos;s. Waiting times are counted by the server&apos;s.</source>
        <translation>Die Uhr dieses Computers geht gegenüber der des Servers %1 vor. Wartezeiten richten sich nach der Serveruhr.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 behind the server&apos;s. Waiting times are counted by the server&apos;s.</source>
        <translation>Die Uhr dieses Computers geht gegenüber der des Servers %1 nach. Wartezeiten richten sich nach der Serveruhr.</translation>
    </message>
    <message>
        <source>%1 was changed: it speaks protocol %2 now and this console %3. Install the console that belongs to it; what you write is kept until then.</source>
        <translation>%1 wurde geändert: Der Server spricht jetzt Protokoll %2 und diese Konsole %3. Installieren Sie die dazugehörende Konsole; was Sie schreiben, wird bis dahin aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>parley::console::Console</name>
    <message>
        <source>The disk of this computer is full or cannot be written. What you read and write here is lost when Parley is closed, unless it was sent.</source>
        <translation>Die Festplatte dieses Computers ist voll oder kann nicht beschrieben werden. Was Sie hier lesen und schreiben, geht beim Schließen von Parley verloren, sofern es nicht gesendet wurde.</translation>
    </message>
</context>
<context>
    <name>parley::console::ContributionBars</name>
    <message>
        <source>What made the confidence</source>
        <translation>Wie die Konfidenz zustande kam</translation>
    </message>
    <message>
        <source>Where it starts: %1</source>
        <translation>Ausgangswert: %1</translation>
    </message>
    <message>
        <source>Where it starts</source>
        <translation>Ausgangswert</translation>
    </message>
</context>
<context>
    <name>parley::console::ConversationActions</name>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Weiterleiten…</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>Lösen…</translation>
    </message>
    <message>
        <source>Undo the resolution</source>
        <translation>Lösen rückgängig machen</translation>
    </message>
    <message>
        <source>You answer from now on</source>
        <translation>Ab jetzt antworten Sie</translation>
    </message>
    <message>
        <source>The agents answer from now on</source>
        <translation>Ab jetzt antworten die Agenten</translation>
    </message>
    <message>
        <source>Give it to a colleague or a team</source>
        <translation>An ein Teammitglied oder ein Team weiterleiten</translation>
    </message>
    <message>
        <source>Answer, and end the case</source>
        <translation>Antworten und den Fall beenden</translation>
    </message>
    <message>
        <source>Take back the resolution, what it taught and what the customer has not read</source>
        <translation>Nimmt das Lösen zurück, ebenso das daraus Gelernte und was der Kunde noch nicht gelesen hat</translation>
    </message>
    <message>
        <source>Nothing was resolved here in the last ten minutes.</source>
        <translation>In den letzten zehn Minuten wurde hier nichts gelöst.</translation>
    </message>
    <message>
        <source>You have the conversation.</source>
        <translation>Sie haben die Unterhaltung.</translation>
    </message>
    <message>
        <source>Take it from %1?</source>
        <translation>Von %1 übernehmen?</translation>
    </message>
    <message>
        <source>%1 is answering this conversation, and cannot go on then.</source>
        <translation>%1 antwortet gerade in dieser Unterhaltung und kann dann nicht fortfahren.</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>The agents have the conversation.</source>
        <translation>Die Agenten haben die Unterhaltung.</translation>
    </message>
    <message>
        <source>%1 has the conversation.</source>
        <translation>%1 hat die Unterhaltung.</translation>
    </message>
    <message>
        <source>The tags are saved.</source>
        <translation>Die Schlagwörter sind gespeichert.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The case is resolved.</source>
        <translation>Der Fall ist gelöst.</translation>
    </message>
    <message>
        <source>The resolution is taken back, and so is the answer.</source>
        <translation>Das Lösen ist zurückgenommen, die Antwort ebenfalls.</translation>
    </message>
    <message>
        <source>The resolution is taken back. The customer has read the answer.</source>
        <translation>Das Lösen ist zurückgenommen. Der Kunde hat die Antwort bereits gelesen.</translation>
    </message>
</context>
<context>
    <name>parley::console::ConversationHeader</name>
    <message>
        <source>With the agents</source>
        <translation>Bei den Agenten</translation>
    </message>
    <message>
        <source>Waits for a person</source>
        <translation>Wartet auf einen Menschen</translation>
    </message>
    <message>
        <source>With a person</source>
        <translation>Bei einem Menschen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Web chat</source>
        <translation>Webchat</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Web form</source>
        <translation>Webformular</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Nicht verifiziert</translation>
    </message>
    <message>
        <source>The customer has proved who it is.</source>
        <translation>Der Kunde hat seine Identität nachgewiesen.</translation>
    </message>
    <message>
        <source>The customer says who it is, and has not proved it.</source>
        <translation>Der Kunde gibt eine Identität an, hat sie aber nicht nachgewiesen.</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>bei %1</translation>
    </message>
</context>
<context>
    <name>parley::console::ConversationRules</name>
    <message>
        <source>It is still being read.</source>
        <translation>Die Unterhaltung wird noch gelesen.</translation>
    </message>
    <message>
        <source>Not connected. It can be done when the server is back.</source>
        <translation>Nicht verbunden. Möglich, sobald der Server wieder da ist.</translation>
    </message>
    <message>
        <source>You may read here, not answer.</source>
        <translation>Sie dürfen hier lesen, nicht antworten.</translation>
    </message>
    <message>
        <source>%1 has this conversation.</source>
        <translation>%1 hat diese Unterhaltung.</translation>
    </message>
    <message>
        <source>You have it already.</source>
        <translation>Sie haben sie bereits.</translation>
    </message>
    <message>
        <source>It is closed. It opens when the customer writes again.</source>
        <translation>Sie ist geschlossen. Sie öffnet sich, wenn der Kunde wieder schreibt.</translation>
    </message>
    <message>
        <source>The agents have it already.</source>
        <translation>Die Agenten haben sie bereits.</translation>
    </message>
    <message>
        <source>It is resolved already.</source>
        <translation>Sie ist bereits gelöst.</translation>
    </message>
    <message>
        <source>It is closed: only notes can be written.</source>
        <translation>Sie ist geschlossen: Nur Notizen sind möglich.</translation>
    </message>
    <message>
        <source>%1 has this conversation: only notes can be written.</source>
        <translation>%1 hat diese Unterhaltung: Nur Notizen sind möglich.</translation>
    </message>
    <message>
        <source>Take it over to write to the customer.</source>
        <translation>Übernehmen Sie sie, um dem Kunden zu schreiben.</translation>
    </message>
    <message>
        <source>Not connected. What you write is kept; it can be sent when the server is back.</source>
        <translation>Nicht verbunden. Was Sie schreiben, bleibt erhalten; es kann gesendet werden, sobald der Server wieder da ist.</translation>
    </message>
</context>
<context>
    <name>parley::console::ConversationView</name>
    <message>
        <source>Show or hide the case</source>
        <translation>Fall ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Put the agents&apos; draft into the answer</source>
        <translation>Entwurf der Agenten in die Antwort einfügen</translation>
    </message>
    <message>
        <source>Replace the answer by the agents&apos; draft</source>
        <translation>Antwort durch den Entwurf der Agenten ersetzen</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>Note for colleagues, or answer</source>
        <translation>Notiz fürs Team oder Antwort</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Read the messages</source>
        <translation>Nachrichten lesen</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>Zur neuesten Nachricht</translation>
    </message>
    <message>
        <source>This conversation is not there any more.</source>
        <translation>Diese Unterhaltung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>%1 is writing…</source>
        <translation>%1 schreibt…</translation>
    </message>
    <message>
        <source>Not connected. This is the conversation as it was %1.</source>
        <translation>Nicht verbunden. Stand der Unterhaltung: %1.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Source %1: %2</source>
        <translation>Quelle %1: %2</translation>
    </message>
    <message>
        <source>Why did it say that?</source>
        <translation>Warum diese Antwort?</translation>
    </message>
    <message>
        <source>The trace of this answer is no longer kept.</source>
        <translation>Das Protokoll dieser Antwort wird nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>The customer wrote while you did. Your text is below: read what came, and press Enter again to send it.</source>
        <translation>Der Kunde hat geschrieben, während Sie schrieben. Ihr Text steht unten: Lesen Sie, was gekommen ist, und drücken Sie noch einmal Enter, um zu senden.</translation>
    </message>
    <message>
        <source>Enter sends</source>
        <translation>Enter sendet</translation>
    </message>
    <message>
        <source>%1 has this conversation now. What you have written here is kept.</source>
        <translation>%1 hat diese Unterhaltung jetzt. Was Sie hier geschrieben haben, bleibt erhalten.</translation>
    </message>
    <message>
        <source>You are writing here on another console too.</source>
        <translation>Sie schreiben hier auch an einer anderen Konsole.</translation>
    </message>
    <message>
        <source>You answered on another console meanwhile. What you began here is still below.</source>
        <translation>Sie haben inzwischen an einer anderen Konsole geantwortet. Was Sie hier begonnen haben, steht noch unten.</translation>
    </message>
</context>
<context>
    <name>parley::console::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>parley::console::Customer</name>
    <message>
        <source>Unknown customer</source>
        <translation>Unbekannter Kunde</translation>
    </message>
</context>
<context>
    <name>parley::console::CustomerColumns</name>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Letzte Nachricht</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Ticketnummer</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>parley::console::CustomerHistory</name>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>This customer has not written yet.</source>
        <translation>Dieser Kunde hat noch nicht geschrieben.</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>No case of this customer has come to people.</source>
        <translation>Kein Fall dieses Kunden ist zu Menschen gekommen.</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>No feedback</source>
        <translation>Kein Feedback</translation>
    </message>
    <message>
        <source>This customer has rated no answer lately.</source>
        <translation>Dieser Kunde hat in letzter Zeit keine Antwort bewertet.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Nichts vorhanden</translation>
    </message>
</context>
<context>
    <name>parley::console::CustomerPanel</name>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Of a verified customer it comes from your website&apos;s sign-in and is not changed here.</source>
        <translation>Bei verifizierten Kunden stammt sie aus der Anmeldung auf Ihrer Website und wird nicht hier geändert.</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>With country code, such as +49 30 123456.</source>
        <translation>Mit Landesvorwahl, z. B. +49 30 123456.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>How fast this customer is answered goes by it: a-z, 0-9, - and _.</source>
        <translation>Danach richtet sich, wie schnell dieser Kunde Antwort erhält: a-z, 0-9, - und _.</translation>
    </message>
    <message>
        <source>Only a-z, 0-9, - and _.</source>
        <translation>Nur a-z, 0-9, - und _.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Such as en or de-AT.</source>
        <translation>Z. B. en oder de-AT.</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>Bekannt durch</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Zusammenführen…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>What was changed of %1</source>
        <translation>Was an %1 geändert wurde</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Customer since %1 · %2 · %3</source>
        <translation>Kunde seit %1 · %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n Unterhaltung</numerusform>
            <numerusform>%n Unterhaltungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open ticket(s)</source>
        <translation>
            <numerusform>%n offenes Ticket</numerusform>
            <numerusform>%n offene Tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Nicht verifiziert</translation>
    </message>
    <message>
        <source>Nothing but this conversation: the customer has not said who they are.</source>
        <translation>Nichts als diese Unterhaltung: Der Kunde hat nicht gesagt, wer er ist.</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message>
        <source>They are one customer now: %1.</source>
        <translation>Sie sind jetzt ein Kunde: %1.</translation>
    </message>
    <message>
        <source>Export everything that is kept of this customer</source>
        <translation>Alles exportieren, was über diesen Kunden aufbewahrt wird</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>The server collects everything it keeps of this customer…</source>
        <translation>Der Server sammelt alles, was er über diesen Kunden aufbewahrt…</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Geschrieben nach %1.</translation>
    </message>
    <message>
        <source>Erase %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Everything goes that is kept of this customer: %1 with all messages, tickets, feedback and attachments, answers learned from them, and who they are. Nobody can bring it back. You get a receipt.</source>
        <translation>Alles, was über diesen Kunden aufbewahrt wird, wird gelöscht: %1 mit allen Nachrichten, Tickets, Feedback und Anhängen, daraus gelernte Antworten und die Identität. Niemand kann es zurückholen. Sie erhalten einen Beleg.</translation>
    </message>
    <message>
        <source>Erase customer</source>
        <translation>Kunden löschen</translation>
    </message>
    <message>
        <source>The server erases everything it keeps of this customer…</source>
        <translation>Der Server löscht alles, was er über diesen Kunden aufbewahrt…</translation>
    </message>
    <message>
        <source>The customer is erased</source>
        <translation>Der Kunde ist gelöscht</translation>
    </message>
</context>
<context>
    <name>parley::console::CustomersPage</name>
    <message>
        <source>No customers yet</source>
        <translation>Noch keine Kunden</translation>
    </message>
    <message>
        <source>Everybody who writes stands here, with what is known of them over all channels.</source>
        <translation>Alle, die schreiben, stehen hier, mit dem, was über alle Kanäle von ihnen bekannt ist.</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation>Kunden suchen</translation>
    </message>
    <message>
        <source>Save the customer</source>
        <translation>Kunden speichern</translation>
    </message>
    <message>
        <source>Merge with another customer…</source>
        <translation>Mit anderem Kunden zusammenführen…</translation>
    </message>
    <message>
        <source>Export the customer…</source>
        <translation>Kunden exportieren…</translation>
    </message>
    <message>
        <source>Erase the customer…</source>
        <translation>Kunden löschen…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Verlassen, ohne zu speichern?</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Name, e-mail address, phone number or id</source>
        <translation>Name, E-Mail-Adresse, Telefonnummer oder Kennung</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>Niemand gefunden</translation>
    </message>
    <message>
        <source>Nobody has this in their name, e-mail address, phone number or id.</source>
        <translation>Niemand hat dies in Name, E-Mail-Adresse, Telefonnummer oder Kennung.</translation>
    </message>
</context>
<context>
    <name>parley::console::DeskPage</name>
    <message>
        <source>What is promised</source>
        <translation>Was zugesagt ist</translation>
    </message>
    <message>
        <source>Only working hours count.</source>
        <translation>Nur Arbeitszeiten zählen.</translation>
    </message>
    <message>
        <source>Times by plan</source>
        <translation>Fristen nach Tarif</translation>
    </message>
    <message>
        <source>The plan &quot;default&quot; holds for customers of no plan, or of one that is not named here.</source>
        <translation>Der Tarif „default“ gilt für Kunden ohne Tarif oder mit einem, der hier nicht genannt ist.</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>Arbeitszeiten</translation>
    </message>
    <message>
        <source>A team may have its own.</source>
        <translation>Ein Team kann eigene haben.</translation>
    </message>
    <message>
        <source>Who gets a case</source>
        <translation>Wer einen Fall erhält</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>wait in the queue until somebody takes them</source>
        <translation>warten in der Warteschlange, bis jemand sie übernimmt</translation>
    </message>
    <message>
        <source>are given to whoever is free</source>
        <translation>werden an freie Supporter vergeben</translation>
    </message>
    <message>
        <source>Cases one person has at once</source>
        <translation>Gleichzeitige Fälle pro Person</translation>
    </message>
    <message>
        <source>0: any number. A team may have its own.</source>
        <translation>0: beliebig viele. Ein Team kann einen eigenen Wert haben.</translation>
    </message>
    <message>
        <source>Time for the first word</source>
        <translation>Zeit bis zum ersten Wort</translation>
    </message>
    <message>
        <source>How long whoever took a case may keep the customer waiting; then it goes back into the queue.</source>
        <translation>Wie lange jemand nach dem Übernehmen eines Falls den Kunden warten lassen darf; dann geht der Fall in die Warteschlange zurück.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Patience with the agents</source>
        <translation>Geduld mit den Agenten</translation>
    </message>
    <message>
        <source>How long beyond an answer&apos;s own time limit a customer may be owed one; then a person is called.</source>
        <translation>Wie lange über das Zeitlimit einer Antwort hinaus ein Kunde auf sie warten darf; dann wird ein Mensch gerufen.</translation>
    </message>
    <message>
        <source>When nobody is there, and what is kept</source>
        <translation>Wenn niemand da ist und was aufbewahrt wird</translation>
    </message>
    <message>
        <source>What customers read meanwhile</source>
        <translation>Was Kunden inzwischen lesen</translation>
    </message>
    <message>
        <source>Empty: Parley&apos;s own words, in the customer&apos;s language.</source>
        <translation>Leer: Parleys eigene Worte in der Sprache des Kunden.</translation>
    </message>
    <message>
        <source>Conversations are kept for</source>
        <translation>Unterhaltungen aufbewahren für</translation>
    </message>
    <message>
        <source>0: for ever. Older ones are erased for good, every night.</source>
        <translation>0: für immer. Ältere werden jede Nacht endgültig gelöscht.</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Desk settings</source>
        <translation>Einstellungen des Arbeitsplatzes</translation>
    </message>
</context>
<context>
    <name>parley::console::DiffModel</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>parley::console::DiffView</name>
    <message numerus="yes">
        <source>%n line(s) as before</source>
        <translation>
            <numerusform>%n unveränderte Zeile</numerusform>
            <numerusform>%n unveränderte Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
</context>
<context>
    <name>parley::console::DocumentColumns</name>
    <message>
        <source>page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Textstellen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
</context>
<context>
    <name>parley::console::DocumentDetail</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Einlesen anhalten</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Customers see it as the source of an answer.</source>
        <translation>Kunden sehen ihn als Quelle einer Antwort.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Who may be answered from it</source>
        <translation>Wer daraus Antworten erhalten darf</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Supporters only</source>
        <translation>Nur Supporter</translation>
    </message>
    <message>
        <source>Changes to &quot;%1&quot; are not saved.</source>
        <translation>Änderungen an „%1“ sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Textstellen</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Delete &quot;%1&quot;?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message numerus="yes">
        <source>The document goes with its %n passage(s). Customers are no longer answered from it, and answers that were remembered from it are forgotten. Earlier conversations keep what was quoted.</source>
        <translation>
            <numerusform>Das Dokument wird mit seiner %n Textstelle gelöscht. Kunden erhalten daraus keine Antworten mehr, und daraus gemerkte Antworten werden vergessen. Frühere Unterhaltungen behalten, was zitiert wurde.</numerusform>
            <numerusform>Das Dokument wird mit seinen %n Textstellen gelöscht. Kunden erhalten daraus keine Antworten mehr, und daraus gemerkte Antworten werden vergessen. Frühere Unterhaltungen behalten, was zitiert wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete document</source>
        <translation>Dokument löschen</translation>
    </message>
</context>
<context>
    <name>parley::console::DocumentWords</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Wird eingelesen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Supporters only</source>
        <translation>Nur Supporter</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Another document has the very same contents. One of the two can go.</source>
        <translation>Ein anderes Dokument hat genau denselben Inhalt. Eines der beiden kann weg.</translation>
    </message>
    <message>
        <source>%1 % the same as &quot;%2&quot;.</source>
        <translation>Zu %1 % gleich wie „%2“.</translation>
    </message>
</context>
<context>
    <name>parley::console::DropFrame</name>
    <message>
        <source>Drop the files to add them to the knowledge base</source>
        <translation>Dateien hier ablegen, um sie der Wissensdatenbank hinzuzufügen</translation>
    </message>
</context>
<context>
    <name>parley::console::EmbedCode</name>
    <message>
        <source>This is the real chat, as your customers will see it. What you write here reaches your organisation as any chat does.</source>
        <translation>Dies ist der echte Chat, wie Ihre Kunden ihn sehen werden. Was Sie hier schreiben, erreicht Ihre Organisation wie jeder andere Chat.</translation>
    </message>
</context>
<context>
    <name>parley::console::ErasureWords</name>
    <message>
        <source>Erased on %1.</source>
        <translation>Gelöscht am %1.</translation>
    </message>
    <message>
        <source>Nothing of it is left on the server&apos;s disk.</source>
        <translation>Auf dem Datenträger des Servers ist nichts davon übrig.</translation>
    </message>
    <message>
        <source>The server still clears the freed space on its disk.</source>
        <translation>Der Server bereinigt noch den frei gewordenen Platz auf seinem Datenträger.</translation>
    </message>
    <message>
        <source>The last backup that may have it is removed on %1.</source>
        <translation>Die letzte Sicherung, die es enthalten kann, wird am %1 entfernt.</translation>
    </message>
    <message>
        <source>The server has no backup that expires; backups kept for ever have to be looked through by whoever runs it.</source>
        <translation>Der Server hat keine Sicherung, die abläuft; dauerhaft aufbewahrte Sicherungen muss der Betreiber durchsehen.</translation>
    </message>
    <message>
        <source>Receipt: %1</source>
        <translation>Beleg: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::FactorBars</name>
    <message>
        <source>What made the confidence</source>
        <translation>Wie die Konfidenz zustande kam</translation>
    </message>
</context>
<context>
    <name>parley::console::FeedbackColumns</name>
    <message>
        <source>Saved. Whoever asks the same gets your answer now.</source>
        <translation>Gespeichert. Wer dasselbe fragt, erhält jetzt Ihre Antwort.</translation>
    </message>
    <message>
        <source>Saved. It is not given to others, because it has personal data in it.</source>
        <translation>Gespeichert. Die Antwort wird nicht an andere gegeben, weil sie persönliche Daten enthält.</translation>
    </message>
    <message>
        <source>Saved. It is not given to others, because remembered answers are turned off.</source>
        <translation>Gespeichert. Die Antwort wird nicht an andere gegeben, weil gemerkte Antworten ausgeschaltet sind.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Saved. It is not given to others: %1.</source>
        <translation>Gespeichert. Die Antwort wird nicht an andere gegeben: %1.</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>parley::console::FeedbackPage</name>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Any rating</source>
        <translation>Jede Bewertung</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation>Korrektur speichern</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Unterhaltung öffnen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Nobody has rated an answer yet</source>
        <translation>Noch hat niemand eine Antwort bewertet</translation>
    </message>
    <message>
        <source>Nobody has rated like that</source>
        <translation>Niemand hat so bewertet</translation>
    </message>
    <message>
        <source>Customers rate answers with one to five stars in the widget. What they did not like can be corrected here, and the next who asks gets the better answer.</source>
        <translation>Kunden bewerten Antworten im Widget mit einem bis fünf Sternen. Was ihnen nicht gefiel, kann hier korrigiert werden, und wer als Nächstes fragt, erhält die bessere Antwort.</translation>
    </message>
    <message>
        <source>Show all ratings</source>
        <translation>Alle Bewertungen anzeigen</translation>
    </message>
</context>
<context>
    <name>parley::console::FeedbackPanel</name>
    <message>
        <source>Open conversation</source>
        <translation>Unterhaltung öffnen</translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation>Korrektur speichern</translation>
    </message>
    <message>
        <source>What the customer said about it</source>
        <translation>Was der Kunde dazu gesagt hat</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>Die Frage</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>Die Antwort</translation>
    </message>
    <message>
        <source>What the answer should have been</source>
        <translation>Wie die Antwort hätte lauten sollen</translation>
    </message>
    <message>
        <source>Write what the answer should have been.</source>
        <translation>Schreiben Sie, wie die Antwort hätte lauten sollen.</translation>
    </message>
    <message>
        <source>A correction that is not saved</source>
        <translation>Eine nicht gespeicherte Korrektur</translation>
    </message>
    <message>
        <source>a person answered</source>
        <translation>ein Mensch hat geantwortet</translation>
    </message>
    <message>
        <source>the agents answered</source>
        <translation>die Agenten haben geantwortet</translation>
    </message>
    <message>
        <source>from what was answered before</source>
        <translation>aus früher Beantwortetem</translation>
    </message>
    <message>
        <source>Corrected by %1, %2.</source>
        <translation>Korrigiert von %1, %2.</translation>
    </message>
</context>
<context>
    <name>parley::console::FigureText</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>Unnamed</source>
        <translation>Unbenannt</translation>
    </message>
</context>
<context>
    <name>parley::console::FilterBar</name>
    <message>
        <source>Search in all messages and notes</source>
        <translation>In allen Nachrichten und Notizen suchen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Any channel</source>
        <translation>Jeder Kanal</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Anyone&apos;s</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Nobody&apos;s</source>
        <translation>Ohne Zuweisung</translation>
    </message>
</context>
<context>
    <name>parley::console::Form</name>
    <message>
        <source>This is not JSON: %1 in line %2.</source>
        <translation>Dies ist kein JSON: %1 in Zeile %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>parley::console::FormFields</name>
    <message>
        <source>A number from %1 to %2.</source>
        <translation>Eine Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2.</source>
        <translation>Eine ganze Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>A number.</source>
        <translation>Eine Zahl.</translation>
    </message>
    <message>
        <source>A whole number.</source>
        <translation>Eine ganze Zahl.</translation>
    </message>
</context>
<context>
    <name>parley::console::GapPage</name>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gestellt</translation>
    </message>
    <message>
        <source>Last asked</source>
        <translation>Zuletzt gestellt</translation>
    </message>
    <message>
        <source>Write the article for this question</source>
        <translation>Artikel zu dieser Frage schreiben</translation>
    </message>
    <message>
        <source>No question is without an answer</source>
        <translation>Keine Frage ist ohne Antwort</translation>
    </message>
    <message>
        <source>When customers ask what no document answers, their questions are gathered here, like with like.</source>
        <translation>Wenn Kunden etwas fragen, das kein Dokument beantwortet, werden ihre Fragen hier gesammelt, Ähnliches bei Ähnlichem.</translation>
    </message>
    <message>
        <source>Unanswered questions</source>
        <translation>Unbeantwortete Fragen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Which questions are shown</source>
        <translation>Welche Fragen angezeigt werden</translation>
    </message>
    <message>
        <source>No question is chosen</source>
        <translation>Keine Frage ausgewählt</translation>
    </message>
    <message>
        <source>Choose one to see how customers asked it and what a supporter answered.</source>
        <translation>Wählen Sie eine aus, um zu sehen, wie Kunden sie gestellt haben und was ein Supporter geantwortet hat.</translation>
    </message>
    <message>
        <source>How customers asked</source>
        <translation>Wie Kunden gefragt haben</translation>
    </message>
    <message>
        <source>What a supporter answered</source>
        <translation>Was ein Supporter geantwortet hat</translation>
    </message>
    <message>
        <source>Write the article</source>
        <translation>Artikel schreiben</translation>
    </message>
    <message>
        <source>Close without an article</source>
        <translation>Ohne Artikel schließen</translation>
    </message>
    <message>
        <source>How customers asked (Enter opens the conversation)</source>
        <translation>Wie Kunden gefragt haben (Enter öffnet die Unterhaltung)</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n Mal</numerusform>
            <numerusform>%n Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>First</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>No supporter has answered this yet.</source>
        <translation>Noch kein Supporter hat dies beantwortet.</translation>
    </message>
    <message>
        <source>What %1 answered</source>
        <translation>Was %1 geantwortet hat</translation>
    </message>
    <message>
        <source>Closed. It opens again when somebody asks without getting an answer.</source>
        <translation>Geschlossen. Sie öffnet sich wieder, wenn jemand fragt und keine Antwort erhält.</translation>
    </message>
</context>
<context>
    <name>parley::console::GapProof</name>
    <message>
        <source>Close this question</source>
        <translation>Diese Frage schließen</translation>
    </message>
    <message>
        <source>Show the article</source>
        <translation>Artikel anzeigen</translation>
    </message>
    <message>
        <source>How much of the article is read</source>
        <translation>Wie viel des Artikels eingelesen ist</translation>
    </message>
    <message>
        <source>What the questions find now</source>
        <translation>Was die Fragen jetzt finden</translation>
    </message>
    <message>
        <source>What it answers now</source>
        <translation>Was er jetzt beantwortet</translation>
    </message>
    <message>
        <source>The article was deleted meanwhile.</source>
        <translation>Der Artikel wurde inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>The article is being read…</source>
        <translation>Der Artikel wird eingelesen…</translation>
    </message>
    <message>
        <source>The article could not be read: %1</source>
        <translation>Der Artikel konnte nicht eingelesen werden: %1</translation>
    </message>
    <message>
        <source>Asking the questions again…</source>
        <translation>Die Fragen werden noch einmal gestellt…</translation>
    </message>
    <message>
        <source>place %1</source>
        <translation>Platz %1</translation>
    </message>
    <message numerus="yes">
        <source>The article is not among the %n best passages. Say in it what the question says.</source>
        <translation>
            <numerusform>Der Artikel ist nicht unter den besten Textstellen (%n). Sagen Sie darin, was die Frage sagt.</numerusform>
            <numerusform>Der Artikel ist nicht unter den %n besten Textstellen. Sagen Sie darin, was die Frage sagt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The article is found for all %n question(s).</source>
        <translation>
            <numerusform>Der Artikel wird für die %n Frage gefunden.</numerusform>
            <numerusform>Der Artikel wird für alle %n Fragen gefunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The article is found for %1 of %n question(s).</source>
        <translation>
            <numerusform>Der Artikel wird für %1 von %n Frage gefunden.</numerusform>
            <numerusform>Der Artikel wird für %1 von %n Fragen gefunden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::GoldenPage</name>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Run all</source>
        <translation>Alle ausführen</translation>
    </message>
    <message>
        <source>Run all golden questions</source>
        <translation>Alle goldenen Fragen ausführen</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Läuft…</translation>
    </message>
</context>
<context>
    <name>parley::console::GoldenQuestions</name>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Neue Frage</translation>
    </message>
    <message>
        <source>No golden questions yet</source>
        <translation>Noch keine goldenen Fragen</translation>
    </message>
    <message>
        <source>Write down questions whose answers you know. They are asked after every change, and you see at once which answers became better or worse.</source>
        <translation>Notieren Sie Fragen, deren Antworten Sie kennen. Sie werden nach jeder Änderung gestellt, und Sie sehen sofort, welche Antworten besser oder schlechter wurden.</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>It is not asked any more. The results of earlier runs stay.</source>
        <translation>Sie wird nicht mehr gestellt. Die Ergebnisse früherer Läufe bleiben.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>As a customer would ask it.</source>
        <translation>Wie ein Kunde sie stellen würde.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>It is asked</source>
        <translation>Sie wird gestellt</translation>
    </message>
    <message>
        <source>What is expected</source>
        <translation>Was erwartet wird</translation>
    </message>
    <message>
        <source>The agent</source>
        <translation>Der Agent</translation>
    </message>
    <message>
        <source>The answer holds</source>
        <translation>Die Antwort enthält</translation>
    </message>
    <message>
        <source>One a line; all of them. Case, accents and blanks do not count.</source>
        <translation>Eines pro Zeile; alle davon. Groß-/Kleinschreibung, Akzente und Leerzeichen zählen nicht.</translation>
    </message>
    <message>
        <source>The answer does not hold</source>
        <translation>Die Antwort enthält nicht</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Beantwortet von</translation>
    </message>
    <message>
        <source>Any agent</source>
        <translation>Beliebiger Agent</translation>
    </message>
    <message>
        <source>Citing</source>
        <translation>Mit Quelle</translation>
    </message>
    <message>
        <source>Any document, or none</source>
        <translation>Beliebiges Dokument oder keines</translation>
    </message>
</context>
<context>
    <name>parley::console::GoldenResultView</name>
    <message>
        <source>Expected: %1</source>
        <translation>Erwartet: %1</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>zu %1 % sicher</translation>
    </message>
    <message>
        <source>− the run before, + this run</source>
        <translation>− voriger Lauf, + dieser Lauf</translation>
    </message>
    <message>
        <source>No answer in either run.</source>
        <translation>Keine Antwort in beiden Läufen.</translation>
    </message>
    <message>
        <source>Choose a question to see what it was answered.</source>
        <translation>Wählen Sie eine Frage, um zu sehen, was darauf geantwortet wurde.</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>Es gab keine Antwort.</translation>
    </message>
</context>
<context>
    <name>parley::console::GoldenRuns</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Schlechter</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Gestartet von</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>The questions are asked after every change, and whenever you press Run.</source>
        <translation>Die Fragen werden nach jeder Änderung gestellt und wann immer Sie „Ausführen“ drücken.</translation>
    </message>
    <message>
        <source>Runs of the golden questions</source>
        <translation>Läufe der goldenen Fragen</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>Alle Fragen</translation>
    </message>
    <message>
        <source>Answers that changed</source>
        <translation>Geänderte Antworten</translation>
    </message>
    <message>
        <source>Questions that failed</source>
        <translation>Nicht bestandene Fragen</translation>
    </message>
    <message>
        <source>Which questions</source>
        <translation>Welche Fragen</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Since the run before</source>
        <translation>Seit dem vorigen Lauf</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Changed since: %1</source>
        <translation>Seitdem geändert: %1</translation>
    </message>
    <message>
        <source>%1 worse, %2 better, %3 answered otherwise</source>
        <translation>%1 schlechter, %2 besser, %3 anders beantwortet</translation>
    </message>
    <message>
        <source>The first run: there is none to compare with.</source>
        <translation>Der erste Lauf: Es gibt keinen zum Vergleichen.</translation>
    </message>
    <message>
        <source>Before: %1. %2.</source>
        <translation>Vorher: %1. %2.</translation>
    </message>
</context>
<context>
    <name>parley::console::GoldenText</name>
    <message>
        <source>Asks back</source>
        <translation>Fragt zurück</translation>
    </message>
    <message>
        <source>Hands over to a person</source>
        <translation>Übergibt an einen Menschen</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>passed before</source>
        <translation>zuvor bestanden</translation>
    </message>
    <message>
        <source>failed before</source>
        <translation>zuvor nicht bestanden</translation>
    </message>
    <message>
        <source>another answer</source>
        <translation>andere Antwort</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2 passed (%3)</source>
        <translation>%1 von %2 bestanden (%3)</translation>
    </message>
    <message>
        <source>A change</source>
        <translation>Eine Änderung</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>Ein Mensch</translation>
    </message>
    <message>
        <source>%1 of %2 asked</source>
        <translation>%1 von %2 gestellt</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Nicht bestanden: %1</translation>
    </message>
    <message>
        <source>Agent %1 was removed</source>
        <translation>Agent %1 wurde entfernt</translation>
    </message>
    <message>
        <source>Agent %1 is new</source>
        <translation>Agent %1 ist neu</translation>
    </message>
    <message>
        <source>Agent %1: version %2 instead of %3</source>
        <translation>Agent %1: Version %2 statt %3</translation>
    </message>
    <message>
        <source>Document %1</source>
        <translation>Dokument %1</translation>
    </message>
    <message>
        <source>The questions themselves</source>
        <translation>Die Fragen selbst</translation>
    </message>
    <message>
        <source>holds &quot;%1&quot;</source>
        <translation>enthält „%1“</translation>
    </message>
    <message>
        <source>does not hold &quot;%1&quot;</source>
        <translation>enthält nicht „%1“</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>parley::console::HealthPage</name>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Parts of the server</source>
        <translation>Teile des Servers</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>looked at %1, and again every ten seconds</source>
        <translation>geprüft um %1 und danach alle zehn Sekunden</translation>
    </message>
</context>
<context>
    <name>parley::console::HealthWords</name>
    <message>
        <source>Works</source>
        <translation>Funktioniert</translation>
    </message>
    <message>
        <source>Works in part</source>
        <translation>Funktioniert teilweise</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Funktioniert nicht</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funktioniert</translation>
    </message>
    <message>
        <source>is tried again</source>
        <translation>wird erneut versucht</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>No model has been asked yet, or none is set up: answers come from the knowledge alone.</source>
        <translation>Noch wurde kein Modell gefragt, oder keines ist eingerichtet: Antworten kommen allein aus dem Wissen.</translation>
    </message>
    <message>
        <source>The server does not work as it should</source>
        <translation>Der Server funktioniert nicht, wie er sollte</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) need a look</source>
        <translation>
            <numerusform>%n Teil braucht Aufmerksamkeit</numerusform>
            <numerusform>%n Teile brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything works</source>
        <translation>Alles funktioniert</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Everything that is written is kept.</source>
        <translation>Alles, was geschrieben wird, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The database does not take what is written. Nothing works until it does.</source>
        <translation>Die Datenbank nimmt nicht an, was geschrieben wird. Bis dahin arbeitet nichts.</translation>
    </message>
    <message>
        <source>Background work</source>
        <translation>Hintergrundarbeiten</translation>
    </message>
    <message>
        <source>Documents, e-mails and clean-up are done as they come.</source>
        <translation>Dokumente, E-Mails und Aufräumarbeiten werden laufend erledigt.</translation>
    </message>
    <message>
        <source>Background work does not get done: documents and e-mails wait.</source>
        <translation>Hintergrundarbeiten bleiben liegen: Dokumente und E-Mails warten.</translation>
    </message>
    <message>
        <source>Answers under way</source>
        <translation>Laufende Antworten</translation>
    </message>
    <message>
        <source>The agents answer.</source>
        <translation>Die Agenten antworten.</translation>
    </message>
    <message>
        <source>The agents do not get to answer.</source>
        <translation>Die Agenten kommen nicht zum Antworten.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Customers and supporters reach the server.</source>
        <translation>Kunden und Supporter erreichen den Server.</translation>
    </message>
    <message>
        <source>Connections are refused.</source>
        <translation>Verbindungen werden abgelehnt.</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>Sprachmodelle</translation>
    </message>
    <message>
        <source>Every model that is set up answers.</source>
        <translation>Jedes eingerichtete Modell antwortet.</translation>
    </message>
    <message>
        <source>A model does not answer. Another takes its place, or answers come from the knowledge alone.</source>
        <translation>Ein Modell antwortet nicht. Ein anderes tritt an seine Stelle, oder Antworten kommen allein aus dem Wissen.</translation>
    </message>
    <message>
        <source>Remembered answers</source>
        <translation>Gemerkte Antworten</translation>
    </message>
    <message>
        <source>Answers that were given before are found again.</source>
        <translation>Schon gegebene Antworten werden wiedergefunden.</translation>
    </message>
    <message>
        <source>Answers that were given before are not found.</source>
        <translation>Schon gegebene Antworten werden nicht gefunden.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Messages come in and go out.</source>
        <translation>Nachrichten kommen an und gehen hinaus.</translation>
    </message>
    <message>
        <source>A channel does not take or send messages.</source>
        <translation>Ein Kanal nimmt keine Nachrichten an oder sendet keine.</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>There is room.</source>
        <translation>Es ist Platz.</translation>
    </message>
    <message>
        <source>The disk cannot be looked at, or is full.</source>
        <translation>Der Speicherplatz lässt sich nicht prüfen oder ist voll.</translation>
    </message>
</context>
<context>
    <name>parley::console::HostedForm</name>
    <message>
        <source>Write to us</source>
        <translation>Schreiben Sie uns</translation>
    </message>
</context>
<context>
    <name>parley::console::HoursText</name>
    <message>
        <source>&quot;%1&quot;: hours look like 09:00–12:00, 13:00–17:30.</source>
        <translation>„%1“: Zeiten sehen so aus: 09:00–12:00, 13:00–17:30.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: the end comes after the beginning.</source>
        <translation>„%1“: Das Ende muss nach dem Beginn liegen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: begins before the hours before it end.</source>
        <translation>„%1“: beginnt, bevor die vorherigen Zeiten enden.</translation>
    </message>
    <message>
        <source>At most %1 spans a day.</source>
        <translation>Höchstens %1 Zeitspannen pro Tag.</translation>
    </message>
</context>
<context>
    <name>parley::console::KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
</context>
<context>
    <name>parley::console::KindsEditor</name>
    <message>
        <source>All, also those that come later</source>
        <translation>Alle, auch später hinzukommende</translation>
    </message>
</context>
<context>
    <name>parley::console::KnowledgePage</name>
    <message>
        <source>Nothing to answer from yet</source>
        <translation>Noch nichts, woraus geantwortet werden kann</translation>
    </message>
    <message>
        <source>Drop handbooks, price lists or help pages here: PDF, DOCX, Markdown, HTML, text or CSV. Customers are answered from them as soon as they are read.</source>
        <translation>Legen Sie hier Handbücher, Preislisten oder Hilfeseiten ab: PDF, DOCX, Markdown, HTML, Text oder CSV. Kunden erhalten daraus Antworten, sobald sie eingelesen sind.</translation>
    </message>
    <message>
        <source>Whoever looks after the knowledge base adds documents here. Customers are answered from them.</source>
        <translation>Wer die Wissensdatenbank pflegt, fügt hier Dokumente hinzu. Kunden erhalten daraus Antworten.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Find by title, file or category</source>
        <translation>Nach Titel, Datei oder Kategorie suchen</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Neuer Artikel</translation>
    </message>
    <message>
        <source>No document is chosen</source>
        <translation>Kein Dokument ausgewählt</translation>
    </message>
    <message>
        <source>Choose one to change it and to see its passages.</source>
        <translation>Wählen Sie eines aus, um es zu ändern und seine Textstellen zu sehen.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Textstellen</translation>
    </message>
    <message>
        <source>Try a question</source>
        <translation>Frage ausprobieren</translation>
    </message>
    <message>
        <source>The document was deleted.</source>
        <translation>Das Dokument wurde gelöscht.</translation>
    </message>
    <message>
        <source>Add files to the knowledge base</source>
        <translation>Dateien zur Wissensdatenbank hinzufügen</translation>
    </message>
    <message>
        <source>Try a question on the knowledge base</source>
        <translation>Frage an der Wissensdatenbank ausprobieren</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are still on their way.</source>
        <translation>
            <numerusform>%n Datei ist noch unterwegs.</numerusform>
            <numerusform>%n Dateien sind noch unterwegs.</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents (%1)</source>
        <translation>Dokumente (%1)</translation>
    </message>
    <message>
        <source>The article is being read. It answers as soon as it is ready.</source>
        <translation>Der Artikel wird eingelesen. Sobald er bereit ist, wird daraus geantwortet.</translation>
    </message>
    <message>
        <source>New files: for customers</source>
        <translation>Neue Dateien: für Kunden</translation>
    </message>
    <message>
        <source>New files: supporters only</source>
        <translation>Neue Dateien: nur Supporter</translation>
    </message>
    <message>
        <source>Who may be answered from new files</source>
        <translation>Wer aus neuen Dateien Antworten erhalten darf</translation>
    </message>
</context>
<context>
    <name>parley::console::KnowledgePages</name>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Unanswered questions</source>
        <translation>Unbeantwortete Fragen</translation>
    </message>
    <message>
        <source>Remembered answers</source>
        <translation>Gemerkte Antworten</translation>
    </message>
</context>
<context>
    <name>parley::console::Learned</name>
    <message>
        <source>It has personal details, so nobody else is given it.</source>
        <translation>Sie enthält persönliche Angaben und wird daher niemand anderem gegeben.</translation>
    </message>
    <message>
        <source>It is about this one case, so nobody else is given it.</source>
        <translation>Sie betrifft nur diesen einen Fall und wird daher niemand anderem gegeben.</translation>
    </message>
    <message>
        <source>What was asked does not stand alone, so nobody else is given it.</source>
        <translation>Die Frage steht nicht für sich allein, daher wird die Antwort niemand anderem gegeben.</translation>
    </message>
    <message>
        <source>Answers are not kept for others in this organisation.</source>
        <translation>In dieser Organisation werden Antworten nicht für andere aufbewahrt.</translation>
    </message>
    <message>
        <source>Nobody else is given it.</source>
        <translation>Sie wird niemand anderem gegeben.</translation>
    </message>
    <message>
        <source>Resolved.</source>
        <translation>Gelöst.</translation>
    </message>
    <message>
        <source>Whoever asks the same is given this answer at once.</source>
        <translation>Wer dasselbe fragt, erhält sofort diese Antwort.</translation>
    </message>
</context>
<context>
    <name>parley::console::LocalServer</name>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1 kann nicht gestartet werden: %2</translation>
    </message>
    <message>
        <source>The server on this computer did not start in time. It said: %1</source>
        <translation>Der Server auf diesem Computer ist nicht rechtzeitig gestartet. Er meldete: %1</translation>
    </message>
    <message>
        <source>The server runs, but %1 does not say how to sign in.</source>
        <translation>Der Server läuft, aber %1 sagt nicht, wie man sich anmeldet.</translation>
    </message>
    <message>
        <source>The server on this computer has ended (code %1). It said: %2</source>
        <translation>Der Server auf diesem Computer hat sich beendet (Code %1). Er meldete: %2</translation>
    </message>
</context>
<context>
    <name>parley::console::MainWindow</name>
    <message>
        <source>Parley</source>
        <translation>Parley</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Choose a tenant</source>
        <translation>Mandanten wählen</translation>
    </message>
    <message>
        <source>You look after the whole platform. Choose at the top left in which tenant you act; what concerns all of them stands below &quot;Organisation&quot;.</source>
        <translation>Sie betreuen die gesamte Plattform. Wählen Sie oben links, in welchem Mandanten Sie arbeiten; was alle betrifft, steht unter „Organisation“.</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>Abmelden?</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>&amp;Parley</source>
        <translation>&amp;Parley</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <translation>&amp;Abmelden</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Befehle…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>%1 – Parley</source>
        <translation>%1 – Parley</translation>
    </message>
    <message>
        <source>Quit Parley?</source>
        <translation>Parley beenden?</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Act in another tenant?</source>
        <translation>In einem anderen Mandanten handeln?</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin wechseln</translation>
    </message>
</context>
<context>
    <name>parley::console::MembersEditor</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Person suchen</translation>
    </message>
    <message>
        <source>People of this organisation</source>
        <translation>Personen dieser Organisation</translation>
    </message>
    <message>
        <source>Somebody who is no longer here (%1)</source>
        <translation>Jemand, der nicht mehr hier ist (%1)</translation>
    </message>
</context>
<context>
    <name>parley::console::MentionBar</name>
    <message>
        <source>%1 mentioned you</source>
        <translation>%1 hat Sie erwähnt</translation>
    </message>
    <message>
        <source>%1 mentioned you in %2</source>
        <translation>%1 hat Sie in %2 erwähnt</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (und %n weitere)</numerusform>
            <numerusform>%1 (und %n weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>parley::console::MentionList</name>
    <message>
        <source>Colleagues to mention</source>
        <translation>Erwähnbare Kollegen</translation>
    </message>
</context>
<context>
    <name>parley::console::MergeDialog</name>
    <message>
        <source>E-mail address, phone number or id of the other</source>
        <translation>E-Mail-Adresse, Telefonnummer oder ID des anderen</translation>
    </message>
    <message>
        <source>Merge customers</source>
        <translation>Kunden zusammenführen</translation>
    </message>
    <message>
        <source>Merge them</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Is %1 the same person as another?</source>
        <translation>Ist %1 dieselbe Person wie jemand anderes?</translation>
    </message>
    <message>
        <source>All conversations, tickets and identifiers of both go to the one who stays; where both have a name or an address, the one who stays keeps its own. The other is gone then, and that cannot be undone.</source>
        <translation>Alle Unterhaltungen, Tickets und Kennungen beider gehen an den, der bleibt; wo beide einen Namen oder eine Adresse haben, behält der Bleibende die eigenen Angaben. Der andere ist dann weg, und das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>That is the same customer already.</source>
        <translation>Das ist bereits derselbe Kunde.</translation>
    </message>
    <message>
        <source>Found: %1, with %2.</source>
        <translation>Gefunden: %1, mit %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n Unterhaltung</numerusform>
            <numerusform>%n Unterhaltungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 stays</source>
        <translation>%1 bleibt</translation>
    </message>
</context>
<context>
    <name>parley::console::MessageLimit</name>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n Zeichen zu viel</numerusform>
            <numerusform>%n Zeichen zu viel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>noch %n Zeichen</numerusform>
            <numerusform>noch %n Zeichen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::MessageWords</name>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Agent %1</source>
        <translation>Agent %1</translation>
    </message>
    <message>
        <source>Supporter</source>
        <translation>Supporter</translation>
    </message>
    <message>
        <source>Not sent – Try again</source>
        <translation>Nicht gesendet – erneut versuchen</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>Waiting to be delivered</source>
        <translation>Wartet auf Zustellung</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Could not be delivered</source>
        <translation>Konnte nicht zugestellt werden</translation>
    </message>
    <message>
        <source>Note by %1, not shown to the customer</source>
        <translation>Notiz von %1, dem Kunden nicht angezeigt</translation>
    </message>
    <message>
        <source>[Attachment: %1]</source>
        <translation>[Anhang: %1]</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>Neue Nachrichten</translation>
    </message>
    <message>
        <source>Note, not shown to the customer</source>
        <translation>Notiz, dem Kunden nicht angezeigt</translation>
    </message>
</context>
<context>
    <name>parley::console::ModelLines</name>
    <message>
        <source>Name at least one model.</source>
        <translation>Nennen Sie mindestens ein Modell.</translation>
    </message>
    <message>
        <source>At most %1 models; these are %2.</source>
        <translation>Höchstens %1 Modelle; dies sind %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: write a name alone, or a name and two prices from 0: what a million tokens cost read and written.</source>
        <translation>„%1“: Schreiben Sie nur einen Namen oder einen Namen und zwei Preise ab 0: was eine Million Token gelesen und geschrieben kosten.</translation>
    </message>
</context>
<context>
    <name>parley::console::ModelPage</name>
    <message>
        <source>Language models</source>
        <translation>Sprachmodelle</translation>
    </message>
    <message>
        <source>Providers, in the order in which they are asked</source>
        <translation>Anbieter in der Reihenfolge, in der sie gefragt werden</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>Ask earlier</source>
        <translation>Früher fragen</translation>
    </message>
    <message>
        <source>Ask later</source>
        <translation>Später fragen</translation>
    </message>
    <message>
        <source>The first that is ticked is asked; where it fails, the next.</source>
        <translation>Der erste angekreuzte wird gefragt; schlägt er fehl, der nächste.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No provider is chosen</source>
        <translation>Kein Anbieter ausgewählt</translation>
    </message>
    <message>
        <source>Add one, with its key, and agents write their answers with its models. Without any, answers are taken from the documents word for word.</source>
        <translation>Fügen Sie einen mit seinem Schlüssel hinzu, und Agenten schreiben ihre Antworten mit seinen Modellen. Ohne Anbieter werden Antworten wörtlich aus den Dokumenten übernommen.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>You act in no tenant: these are the platform&apos;s defaults, for every tenant that has no providers of its own.</source>
        <translation>Sie arbeiten in keinem Mandanten: Dies sind die Vorgaben der Plattform für jeden Mandanten ohne eigene Anbieter.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot;?</source>
        <translation>„%1“ entfernen?</translation>
    </message>
    <message>
        <source>Its key goes with it when you save. Agents that name its models use the others.</source>
        <translation>Der Schlüssel wird beim Speichern mit entfernt. Agenten, die seine Modelle nennen, nutzen die anderen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Changes to the language models are not saved.</source>
        <translation>Änderungen an den Sprachmodellen sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save first: what is saved is tested.</source>
        <translation>Speichern Sie zuerst: Getestet wird, was gespeichert ist.</translation>
    </message>
    <message>
        <source>It rests. Tick it in the list to have it asked.</source>
        <translation>Er ruht. Kreuzen Sie ihn in der Liste an, damit er gefragt wird.</translation>
    </message>
    <message>
        <source>The key is kept under the provider&apos;s old name: give it anew, or take the old name again.</source>
        <translation>Der Schlüssel ist unter dem alten Namen des Anbieters aufbewahrt: Geben Sie ihn neu ein, oder verwenden Sie wieder den alten Namen.</translation>
    </message>
    <message>
        <source>The language models were saved.</source>
        <translation>Die Sprachmodelle wurden gespeichert.</translation>
    </message>
</context>
<context>
    <name>parley::console::ModelPages</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
</context>
<context>
    <name>parley::console::MonitorModel</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Letzte Nachricht</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
</context>
<context>
    <name>parley::console::MonitorPage</name>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <source>Open to read</source>
        <translation>Zum Lesen öffnen</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>Kunden anzeigen</translation>
    </message>
    <message>
        <source>Why did it say that?</source>
        <translation>Warum diese Antwort?</translation>
    </message>
    <message>
        <source>Copy the conversation&apos;s id</source>
        <translation>ID der Unterhaltung kopieren</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>This is what was read at %1. %2</source>
        <translation>Dies ist der um %1 gelesene Stand. %2</translation>
    </message>
    <message>
        <source>No conversation is like that</source>
        <translation>Keine Unterhaltung passt dazu</translation>
    </message>
    <message>
        <source>Search for other words, or take a filter away.</source>
        <translation>Suchen Sie nach anderen Wörtern, oder entfernen Sie einen Filter.</translation>
    </message>
    <message>
        <source>Show all conversations</source>
        <translation>Alle Unterhaltungen anzeigen</translation>
    </message>
    <message>
        <source>Nobody has written yet</source>
        <translation>Noch hat niemand geschrieben</translation>
    </message>
    <message>
        <source>Conversations stand here as soon as customers write: in the widget on your website, by e-mail or in another channel.</source>
        <translation>Unterhaltungen stehen hier, sobald Kunden schreiben: im Widget auf Ihrer Website, per E-Mail oder über einen anderen Kanal.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n Unterhaltung</numerusform>
            <numerusform>%n Unterhaltungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>%1 read; more come as you scroll</source>
        <translation>%1 gelesen; beim Scrollen kommen weitere</translation>
    </message>
    <message>
        <source>Take it over all the same</source>
        <translation>Trotzdem übernehmen</translation>
    </message>
    <message>
        <source>The conversation&apos;s id is in the clipboard.</source>
        <translation>Die ID der Unterhaltung ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Export conversations</source>
        <translation>Unterhaltungen exportieren</translation>
    </message>
    <message>
        <source>conversations.csv</source>
        <translation>unterhaltungen.csv</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>Reading what is to be exported: %n conversation(s) so far.</source>
        <translation>
            <numerusform>Zu Exportierendes wird gelesen: bisher %n Unterhaltung.</numerusform>
            <numerusform>Zu Exportierendes wird gelesen: bisher %n Unterhaltungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) exported.</source>
        <translation>
            <numerusform>%n Unterhaltung exportiert.</numerusform>
            <numerusform>%n Unterhaltungen exportiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::MonitorTable</name>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
</context>
<context>
    <name>parley::console::NodeDetail</name>
    <message>
        <source>What went in</source>
        <translation>Was hineinging</translation>
    </message>
    <message>
        <source>What came out</source>
        <translation>Was herauskam</translation>
    </message>
    <message>
        <source>Took %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>cost %1</source>
        <translation>Kosten %1</translation>
    </message>
</context>
<context>
    <name>parley::console::Notifier</name>
    <message>
        <source>A customer waits</source>
        <translation>Ein Kunde wartet</translation>
    </message>
    <message>
        <source>A case is yours now</source>
        <translation>Ein Fall gehört jetzt Ihnen</translation>
    </message>
    <message>
        <source>An answer is due in %1</source>
        <translation>Eine Antwort ist fällig in %1</translation>
    </message>
</context>
<context>
    <name>parley::console::OpenChats</name>
    <message numerus="yes">
        <source>%n chat(s) that were open are not there any more.</source>
        <translation>
            <numerusform>Ein Chat, der offen war, ist nicht mehr da.</numerusform>
            <numerusform>%n Chats, die offen waren, sind nicht mehr da.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::OrganisationPages</name>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Escalation rules</source>
        <translation>Eskalationsregeln</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Machine clients</source>
        <translation>API-Clients</translation>
    </message>
</context>
<context>
    <name>parley::console::OrganisationRules</name>
    <message>
        <source>This is needed.</source>
        <translation>Dies ist erforderlich.</translation>
    </message>
    <message>
        <source>This looks like an id. Choose a word.</source>
        <translation>Das sieht nach einer ID aus. Wählen Sie ein Wort.</translation>
    </message>
    <message>
        <source>2 to 63 of a-z, 0-9 and single hyphens inside.</source>
        <translation>2 bis 63 Zeichen aus a-z, 0-9 und einzelnen Bindestrichen dazwischen.</translation>
    </message>
    <message>
        <source>2 to 8 of A-Z and 0-9, a letter first.</source>
        <translation>2 bis 8 Zeichen aus A-Z und 0-9, mit einem Buchstaben am Anfang.</translation>
    </message>
    <message>
        <source>At most %1 of a-z, 0-9 and _.</source>
        <translation>Höchstens %1 Zeichen aus a-z, 0-9 und _.</translation>
    </message>
    <message>
        <source>At most %1 of a-z, 0-9, - and _.</source>
        <translation>Höchstens %1 Zeichen aus a-z, 0-9, - und _.</translation>
    </message>
    <message>
        <source>At most %1 of a-z and _, such as billing_dispute.</source>
        <translation>Höchstens %1 Zeichen aus a-z und _, z. B. billing_dispute.</translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <translation>Mindestens %1 Zeichen.</translation>
    </message>
    <message>
        <source>At most %1 bytes; a sentence of that length is long enough.</source>
        <translation>Höchstens %1 Byte; ein Satz dieser Länge ist lang genug.</translation>
    </message>
    <message>
        <source>At most %1 lines; these are %2.</source>
        <translation>Höchstens %1 Zeilen; dies sind %2.</translation>
    </message>
    <message>
        <source>&quot;%1…&quot; is longer than %2 characters.</source>
        <translation>„%1…“ ist länger als %2 Zeichen.</translation>
    </message>
</context>
<context>
    <name>parley::console::PairsEditor</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>Diese Zeile entfernen</translation>
    </message>
</context>
<context>
    <name>parley::console::PassageList</name>
    <message>
        <source>%1, page %2</source>
        <translation>%1, Seite %2</translation>
    </message>
    <message>
        <source>%1 · fits %2 %</source>
        <translation>%1 · passt zu %2 %</translation>
    </message>
</context>
<context>
    <name>parley::console::PassageView</name>
    <message>
        <source>Passage %1</source>
        <translation>Textstelle %1</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Textstelle</translation>
    </message>
    <message>
        <source>Passages of the document</source>
        <translation>Textstellen des Dokuments</translation>
    </message>
    <message>
        <source>No passages yet</source>
        <translation>Noch keine Textstellen</translation>
    </message>
    <message>
        <source>A document is cut into passages while it is read. They are what answers are made from.</source>
        <translation>Ein Dokument wird beim Einlesen in Textstellen zerlegt. Aus ihnen entstehen die Antworten.</translation>
    </message>
</context>
<context>
    <name>parley::console::PeriodPicker</name>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation>
            <numerusform>Letzter %n Tag</numerusform>
            <numerusform>Letzte %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>Andere Tage</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
</context>
<context>
    <name>parley::console::PlainLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>parley::console::PostOffice</name>
    <message>
        <source>It was not sent, so that it is not mixed with what came back.</source>
        <translation>Nicht gesendet, damit es sich nicht mit dem mischt, was zurückkam.</translation>
    </message>
    <message>
        <source>It was written a day ago or more, and may have arrived. Read first.</source>
        <translation>Vor einem Tag oder länger geschrieben und vielleicht angekommen. Lesen Sie erst nach.</translation>
    </message>
    <message>
        <source>It was being sent when the console was closed.</source>
        <translation>Es wurde gerade gesendet, als die Konsole beendet wurde.</translation>
    </message>
</context>
<context>
    <name>parley::console::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language changes when Parley is started again.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Parley.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>With a sound</source>
        <translation>Mit Ton</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Verhalten</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter makes a line</source>
        <translation>Enter sendet, Umschalt+Enter beginnt eine neue Zeile</translation>
    </message>
    <message>
        <source>Stay in the tray when the window is closed</source>
        <translation>Nach dem Schließen des Fensters im Infobereich bleiben</translation>
    </message>
    <message>
        <source>Start with the system</source>
        <translation>Mit dem System starten</translation>
    </message>
    <message>
        <source>Say when a customer waits, an answer is due or a colleague mentions you</source>
        <translation>Melden, wenn ein Kunde wartet, eine Antwort fällig wird oder ein Kollege Sie erwähnt</translation>
    </message>
</context>
<context>
    <name>parley::console::PromptEditor</name>
    <message>
        <source>System prompt</source>
        <translation>System-Prompt</translation>
    </message>
    <message>
        <source>You answer for {{tenant_name}}. Be brief and friendly.</source>
        <translation>Du antwortest für {{tenant_name}}. Antworte kurz und freundlich.</translation>
    </message>
    <message>
        <source>Insert:</source>
        <translation>Einfügen:</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 von %2 Zeichen</translation>
    </message>
    <message>
        <source>Nobody fills {{%1}}; there are: %2.</source>
        <translation>Niemand füllt {{%1}} aus; es gibt: %2.</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>Höchstens %1 Zeichen.</translation>
    </message>
</context>
<context>
    <name>parley::console::PromptVariables</name>
    <message>
        <source>The organisation&apos;s name</source>
        <translation>Der Name der Organisation</translation>
    </message>
    <message>
        <source>The agent&apos;s own name</source>
        <translation>Der eigene Name des Agenten</translation>
    </message>
    <message>
        <source>The conversation&apos;s language, such as en or de</source>
        <translation>Die Sprache der Unterhaltung, z. B. en oder de</translation>
    </message>
    <message>
        <source>Today&apos;s date in UTC, such as 2026-11-21</source>
        <translation>Das heutige Datum in UTC, z. B. 2026-11-21</translation>
    </message>
</context>
<context>
    <name>parley::console::ProviderForm</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>1 to 64 letters, digits, dots, _ and -.</source>
        <translation>1 bis 64 Buchstaben, Ziffern, Punkte, _ und -.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>OpenAI, or anything that speaks its language</source>
        <translation>OpenAI oder alles, was dessen Sprache spricht</translation>
    </message>
    <message>
        <source>A server of your own (llama.cpp, vLLM, Ollama)</source>
        <translation>Ein eigener Server (llama.cpp, vLLM, Ollama)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Empty: the provider&apos;s own. A server of your own needs one.</source>
        <translation>Leer: die des Anbieters. Ein eigener Server braucht eine.</translation>
    </message>
    <message>
        <source>Time limit in milliseconds</source>
        <translation>Zeitlimit in Millisekunden</translation>
    </message>
    <message>
        <source>To the first word, and from one to the next; then the next provider is asked.</source>
        <translation>Bis zum ersten Wort und von einem zum nächsten; danach wird der nächste Anbieter gefragt.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Kept encrypted, for this address alone, and never shown again.</source>
        <translation>Verschlüsselt aufbewahrt, nur für diese Adresse, und nie wieder angezeigt.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>One a line; the first is asked where an agent names none. With prices the costs are counted: name, then what a million tokens cost read and written.</source>
        <translation>Eines pro Zeile; das erste wird gefragt, wo ein Agent keines nennt. Mit Preisen werden die Kosten gezählt: Name, dann was eine Million Token gelesen und geschrieben kosten.</translation>
    </message>
</context>
<context>
    <name>parley::console::ProviderList</name>
    <message>
        <source>New provider</source>
        <translation>Neuer Anbieter</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>rests: it is not asked</source>
        <translation>ruht: wird nicht gefragt</translation>
    </message>
</context>
<context>
    <name>parley::console::ProviderTest</name>
    <message>
        <source>One token is asked for…</source>
        <translation>Ein Token wird angefordert…</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Only public addresses are called; whoever runs Parley can open private ones with security.outbound_allow.</source>
        <translation>Nur öffentliche Adressen werden aufgerufen; wer Parley betreibt, kann private mit security.outbound_allow freigeben.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>There is nobody to ask.</source>
        <translation>Es gibt niemanden zu fragen.</translation>
    </message>
</context>
<context>
    <name>parley::console::QueueDelegate</name>
    <message>
        <source>overdue</source>
        <translation>überfällig</translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation>fällig in %1</translation>
    </message>
    <message>
        <source>overdue by %1</source>
        <translation>seit %1 überfällig</translation>
    </message>
    <message>
        <source>%1 is writing</source>
        <translation>%1 schreibt</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>Nobody has taken it yet</source>
        <translation>Noch von niemandem übernommen</translation>
    </message>
</context>
<context>
    <name>parley::console::QueuePage</name>
    <message>
        <source>Queue and chat</source>
        <translation>Warteschlange und Chat</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>No chat is open</source>
        <translation>Kein Chat geöffnet</translation>
    </message>
    <message>
        <source>Choose a case: Enter takes it, Space opens it to read only.</source>
        <translation>Wählen Sie einen Fall: Enter übernimmt ihn, die Leertaste öffnet ihn nur zum Lesen.</translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation>Zur Warteschlange</translation>
    </message>
    <message>
        <source>Show who waits</source>
        <translation>Wartende anzeigen</translation>
    </message>
    <message>
        <source>Show my cases</source>
        <translation>Meine Fälle anzeigen</translation>
    </message>
    <message>
        <source>Show every case</source>
        <translation>Alle Fälle anzeigen</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>Nächster Chat</translation>
    </message>
    <message>
        <source>Chat before</source>
        <translation>Vorheriger Chat</translation>
    </message>
    <message>
        <source>Close the chat</source>
        <translation>Chat schließen</translation>
    </message>
    <message>
        <source>What you wrote to %1 is not sent. It is kept on this computer until you sign out.</source>
        <translation>Was Sie an %1 geschrieben haben, ist nicht gesendet. Es wird auf diesem Computer aufbewahrt, bis Sie sich abmelden.</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Choose a case first.</source>
        <translation>Wählen Sie zuerst einen Fall.</translation>
    </message>
    <message>
        <source>You may read here, not answer.</source>
        <translation>Sie dürfen hier lesen, nicht antworten.</translation>
    </message>
    <message>
        <source>It has been taken already.</source>
        <translation>Er wurde bereits übernommen.</translation>
    </message>
    <message>
        <source>It is being taken.</source>
        <translation>Er wird gerade übernommen.</translation>
    </message>
    <message>
        <source>Take the case (Enter)</source>
        <translation>Fall übernehmen (Enter)</translation>
    </message>
    <message>
        <source>Open it without taking it (Space)</source>
        <translation>Öffnen, ohne ihn zu übernehmen (Leertaste)</translation>
    </message>
    <message>
        <source>What you wrote to %1 is not sent, and is lost when Parley is closed: this computer cannot keep it.</source>
        <translation>Was Sie an %1 geschrieben haben, ist nicht gesendet und geht beim Schließen von Parley verloren: Dieser Computer kann es nicht aufbewahren.</translation>
    </message>
    <message>
        <source>What you wrote to %1 was not taken, and is a draft now: %2</source>
        <translation>Was Sie an %1 geschrieben haben, wurde nicht angenommen und ist jetzt ein Entwurf: %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>A case is yours now, and open in a tab: %1</source>
        <translation>Ein Fall ist jetzt Ihrer und in einem Reiter offen: %1</translation>
    </message>
    <message>
        <source>What you wrote to %1 is kept below the queue.</source>
        <translation>Was Sie an %1 geschrieben haben, steht unter der Warteschlange.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
</context>
<context>
    <name>parley::console::QueuePanel</name>
    <message>
        <source>Cases that wait for people</source>
        <translation>Fälle, die auf Menschen warten</translation>
    </message>
    <message>
        <source>Not connected. This is the queue as it was %1.</source>
        <translation>Nicht verbunden. Stand der Warteschlange: %1.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Cases that nobody has taken</source>
        <translation>Fälle, die niemand übernommen hat</translation>
    </message>
    <message>
        <source>Cases that you have taken</source>
        <translation>Fälle, die Sie übernommen haben</translation>
    </message>
    <message>
        <source>Every case that waits or is with somebody</source>
        <translation>Alle Fälle, die warten oder bei jemandem sind</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Every team</source>
        <translation>Alle Teams</translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation>Wartend %1</translation>
    </message>
    <message>
        <source>Mine %1</source>
        <translation>Meine %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>You have no open cases</source>
        <translation>Sie haben keine offenen Fälle</translation>
    </message>
    <message>
        <source>Take one from those that wait: choose it and press Enter.</source>
        <translation>Übernehmen Sie einen der wartenden: auswählen und Enter drücken.</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>Niemand wartet</translation>
    </message>
    <message>
        <source>A case comes here when the agents cannot answer, or a customer asks for a person.</source>
        <translation>Ein Fall erscheint hier, wenn die Agenten nicht antworten können oder ein Kunde nach einem Menschen fragt.</translation>
    </message>
</context>
<context>
    <name>parley::console::RecordTable</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>parley::console::ResolveDialog</name>
    <message>
        <source>Answer the customer and resolve the case</source>
        <translation>Dem Kunden antworten und den Fall lösen</translation>
    </message>
    <message>
        <source>Resolve without another answer</source>
        <translation>Ohne weitere Antwort lösen</translation>
    </message>
    <message>
        <source>Give this answer to whoever asks the same</source>
        <translation>Diese Antwort allen geben, die dasselbe fragen</translation>
    </message>
    <message>
        <source>Also send it by e-mail</source>
        <translation>Auch per E-Mail senden</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Resolve the case</source>
        <translation>Fall lösen</translation>
    </message>
    <message>
        <source>Answer to the customer</source>
        <translation>Antwort an den Kunden</translation>
    </message>
    <message>
        <source>The customer&apos;s e-mail address is not known.</source>
        <translation>Die E-Mail-Adresse des Kunden ist nicht bekannt.</translation>
    </message>
    <message>
        <source>There is no open case; the chat can only be closed.</source>
        <translation>Es gibt keinen offenen Fall; der Chat kann nur geschlossen werden.</translation>
    </message>
    <message>
        <source>Send and resolve</source>
        <translation>Senden und lösen</translation>
    </message>
</context>
<context>
    <name>parley::console::ResourcePage</name>
    <message>
        <source>Find in this list</source>
        <translation>In dieser Liste suchen</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Choose one in the list to see and change it.</source>
        <translation>Wählen Sie einen Eintrag aus der Liste, um ihn zu sehen und zu ändern.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Changes to &quot;%1&quot; are not saved.</source>
        <translation>Änderungen an „%1“ sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Discard changes?</source>
        <translation>Änderungen verwerfen?</translation>
    </message>
    <message>
        <source>%1 was made.</source>
        <translation>%1 wurde angelegt.</translation>
    </message>
    <message>
        <source>%1 was saved.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>Delete &quot;%1&quot;?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Only the first %1 are searched here; the server has more.</source>
        <translation>Hier werden nur die ersten %1 durchsucht; der Server hat mehr.</translation>
    </message>
</context>
<context>
    <name>parley::console::RulePage</name>
    <message>
        <source>Escalation rules</source>
        <translation>Eskalationsregeln</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>No rules</source>
        <translation>Keine Regeln</translation>
    </message>
    <message>
        <source>Rules say which messages go to a person at once, whatever the agents could answer.</source>
        <translation>Regeln legen fest, welche Nachrichten sofort an einen Menschen gehen, gleich was die Agenten antworten könnten.</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>comes with Parley</source>
        <translation>von Parley mitgeliefert</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>What only this rule sent to a person is answered by the agents from then on. Cases it has made stay.</source>
        <translation>Was nur diese Regel an einen Menschen geleitet hat, beantworten künftig die Agenten. Durch sie entstandene Fälle bleiben.</translation>
    </message>
    <message>
        <source>As it was shipped</source>
        <translation>Auslieferungszustand</translation>
    </message>
    <message>
        <source>This rule is on</source>
        <translation>Diese Regel ist eingeschaltet</translation>
    </message>
    <message>
        <source>A rule that comes with Parley can be switched off, not deleted.</source>
        <translation>Eine mit Parley gelieferte Regel kann ausgeschaltet, aber nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>One word for statistics and for whoever takes the case, such as billing_dispute.</source>
        <translation>Ein Wort für die Statistik und für alle, die den Fall übernehmen, z. B. billing_dispute.</translation>
    </message>
    <message>
        <source>When it applies</source>
        <translation>Wann sie gilt</translation>
    </message>
    <message>
        <source>One of these is enough.</source>
        <translation>Eine dieser Bedingungen genügt.</translation>
    </message>
    <message>
        <source>Words and phrases</source>
        <translation>Wörter und Wendungen</translation>
    </message>
    <message>
        <source>One a line, found wherever a message has them.</source>
        <translation>Eine pro Zeile; gefunden, wo immer sie in einer Nachricht vorkommen.</translation>
    </message>
    <message>
        <source>Say when it applies: by words, by categories or by mood.</source>
        <translation>Geben Sie an, wann sie gilt: nach Wörtern, Kategorien oder Stimmung.</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>One a line, such as billing.</source>
        <translation>Eine pro Zeile, z. B. billing.</translation>
    </message>
    <message>
        <source>Mood below</source>
        <translation>Stimmung unter</translation>
    </message>
    <message>
        <source>From -1 (furious) to 1 (delighted). -0.6 is clearly angry.</source>
        <translation>Von -1 (wütend) bis 1 (begeistert). -0.6 ist deutlich verärgert.</translation>
    </message>
    <message>
        <source>whatever the mood</source>
        <translation>bei jeder Stimmung</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>How surely</source>
        <translation>Wie zwingend</translation>
    </message>
    <message>
        <source>Always to a person</source>
        <translation>Immer an einen Menschen</translation>
    </message>
    <message>
        <source>To a person unless the agents are sure</source>
        <translation>An einen Menschen, außer die Agenten sind sicher</translation>
    </message>
    <message>
        <source>Priority of the case</source>
        <translation>Priorität des Falls</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Dringend</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>By the case&apos;s category</source>
        <translation>Nach der Kategorie des Falls</translation>
    </message>
    <message>
        <source>Whom the case is given to first.</source>
        <translation>Wem der Fall zuerst gegeben wird.</translation>
    </message>
    <message>
        <source>The rule is as it was shipped.</source>
        <translation>Die Regel ist im Auslieferungszustand.</translation>
    </message>
    <message>
        <source>Put the rule back?</source>
        <translation>Regel zurücksetzen?</translation>
    </message>
    <message>
        <source>Your words, categories, mood, level, priority and team of this rule go. It is as it was shipped then.</source>
        <translation>Ihre Wörter, Kategorien, Stimmung, Stufe, Priorität und das Team dieser Regel gehen verloren. Sie ist dann wieder wie ausgeliefert.</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücksetzen</translation>
    </message>
</context>
<context>
    <name>parley::console::Rules</name>
    <message>
        <source>This is needed.</source>
        <translation>Dies ist erforderlich.</translation>
    </message>
    <message>
        <source>At most %1 characters; these are %2.</source>
        <translation>Höchstens %1 Zeichen; dies sind %2.</translation>
    </message>
    <message>
        <source>An e-mail address looks like name@example.com.</source>
        <translation>Eine E-Mail-Adresse sieht so aus: name@example.com.</translation>
    </message>
    <message>
        <source>A web address begins with https:// or http:// and names a server.</source>
        <translation>Eine Webadresse beginnt mit https:// oder http:// und nennt einen Server.</translation>
    </message>
</context>
<context>
    <name>parley::console::RunPanel</name>
    <message>
        <source>What made the confidence</source>
        <translation>Wie die Konfidenz zustande kam</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>zu %1 % sicher</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>cost %1</source>
        <translation>Kosten %1</translation>
    </message>
</context>
<context>
    <name>parley::console::RunStory</name>
    <message>
        <source>It was %1 % sure, and %2 % are needed.</source>
        <translation>Die Antwort war zu %1 % sicher, nötig sind %2 %.</translation>
    </message>
    <message>
        <source>It was %1 % sure.</source>
        <translation>Die Antwort war zu %1 % sicher.</translation>
    </message>
    <message>
        <source>The customer asked for a person.</source>
        <translation>Der Kunde hat nach einem Menschen gefragt.</translation>
    </message>
    <message>
        <source>A rule gave it to people: %1.</source>
        <translation>Eine Regel hat sie an Menschen gegeben: %1.</translation>
    </message>
    <message>
        <source>The agents were not sure enough. %1</source>
        <translation>Die Agenten waren nicht sicher genug. %1</translation>
    </message>
    <message>
        <source>The passages that were found do not answer the question.</source>
        <translation>Die gefundenen Textstellen beantworten die Frage nicht.</translation>
    </message>
    <message>
        <source>The model that writes answers could not be used.</source>
        <translation>Das Modell, das Antworten schreibt, konnte nicht verwendet werden.</translation>
    </message>
    <message>
        <source>No sentence of the answer was supported by a passage.</source>
        <translation>Kein Satz der Antwort war durch eine Textstelle belegt.</translation>
    </message>
    <message>
        <source>The knowledge has no answer.</source>
        <translation>Das Wissen hat keine Antwort.</translation>
    </message>
    <message>
        <source>The steps below say what led to it.</source>
        <translation>Die Schritte unten zeigen, wie es dazu kam.</translation>
    </message>
    <message>
        <source>A person has answered the same question before.</source>
        <translation>Ein Mensch hat dieselbe Frage schon beantwortet.</translation>
    </message>
    <message>
        <source>The same question was answered before.</source>
        <translation>Dieselbe Frage wurde schon beantwortet.</translation>
    </message>
    <message>
        <source>A tool knew the answer.</source>
        <translation>Ein Werkzeug kannte die Antwort.</translation>
    </message>
    <message>
        <source>Asked back: it was not clear what was meant.</source>
        <translation>Zurückgefragt: Es war nicht klar, was gemeint war.</translation>
    </message>
    <message>
        <source>Given to people. %1</source>
        <translation>An Menschen übergeben. %1</translation>
    </message>
    <message>
        <source>It failed on the way. The last step below is where.</source>
        <translation>Unterwegs ist es fehlgeschlagen. Der letzte Schritt unten zeigt, wo.</translation>
    </message>
    <message>
        <source>Answered. %1</source>
        <translation>Beantwortet. %1</translation>
    </message>
    <message>
        <source>Still under way.</source>
        <translation>Läuft noch.</translation>
    </message>
    <message>
        <source>Ended without an answer of the agents.</source>
        <translation>Ohne Antwort der Agenten beendet.</translation>
    </message>
</context>
<context>
    <name>parley::console::RunWords</name>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Cleans the message and looks for attempts to give orders to the agents.</source>
        <translation>Bereinigt die Nachricht und sucht nach Versuchen, den Agenten Befehle zu geben.</translation>
    </message>
    <message>
        <source>Understand</source>
        <translation>Verstehen</translation>
    </message>
    <message>
        <source>Reads language, mood and named things, and hides personal data.</source>
        <translation>Liest Sprache, Stimmung und Genanntes und verdeckt persönliche Daten.</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>Looks whether the customer agrees to what was proposed before.</source>
        <translation>Prüft, ob der Kunde dem zuvor Vorgeschlagenen zustimmt.</translation>
    </message>
    <message>
        <source>Asks for a person?</source>
        <translation>Mensch gewünscht?</translation>
    </message>
    <message>
        <source>Looks whether the customer wants to speak to a person.</source>
        <translation>Prüft, ob der Kunde mit einem Menschen sprechen möchte.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>Erinnern</translation>
    </message>
    <message>
        <source>Takes up what was said before in this conversation.</source>
        <translation>Greift auf, was in dieser Unterhaltung schon gesagt wurde.</translation>
    </message>
    <message>
        <source>Known answers</source>
        <translation>Bekannte Antworten</translation>
    </message>
    <message>
        <source>Looks whether the same was asked and well answered before.</source>
        <translation>Prüft, ob dasselbe schon gefragt und gut beantwortet wurde.</translation>
    </message>
    <message>
        <source>Choose an agent</source>
        <translation>Agent wählen</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Nachschlagen</translation>
    </message>
    <message>
        <source>Find passages</source>
        <translation>Textstellen suchen</translation>
    </message>
    <message>
        <source>Searches the knowledge for passages that answer.</source>
        <translation>Sucht im Wissen nach Textstellen, die antworten.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Ask back?</source>
        <translation>Rückfrage?</translation>
    </message>
    <message>
        <source>Asks what is meant, where several things could be.</source>
        <translation>Fragt nach, was gemeint ist, wo mehreres gemeint sein kann.</translation>
    </message>
    <message>
        <source>What was meant</source>
        <translation>Was gemeint war</translation>
    </message>
    <message>
        <source>Reads what the customer answered to our question.</source>
        <translation>Liest, was der Kunde auf unsere Frage geantwortet hat.</translation>
    </message>
    <message>
        <source>Sure enough?</source>
        <translation>Sicher genug?</translation>
    </message>
    <message>
        <source>Compares the confidence with the one that is needed.</source>
        <translation>Vergleicht die Konfidenz mit der nötigen.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Assess</source>
        <translation>Beurteilen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Hand to people</source>
        <translation>An Menschen geben</translation>
    </message>
    <message>
        <source>Tells the customer that a person takes over, and opens a ticket.</source>
        <translation>Sagt dem Kunden, dass ein Mensch übernimmt, und öffnet ein Ticket.</translation>
    </message>
    <message>
        <source>The passages cover the question</source>
        <translation>Die Textstellen decken die Frage ab</translation>
    </message>
    <message>
        <source>The draft answers what was asked</source>
        <translation>Der Entwurf beantwortet die Frage</translation>
    </message>
    <message>
        <source>One passage has it all</source>
        <translation>Eine Textstelle enthält alles</translation>
    </message>
    <message>
        <source>The best passage is clearly the best</source>
        <translation>Die beste Textstelle ist klar die beste</translation>
    </message>
    <message>
        <source>Far ahead of the next passage</source>
        <translation>Weit vor der nächsten Textstelle</translation>
    </message>
    <message>
        <source>The title says the same</source>
        <translation>Der Titel sagt dasselbe</translation>
    </message>
    <message>
        <source>The title says something else</source>
        <translation>Der Titel sagt etwas anderes</translation>
    </message>
    <message>
        <source>The question is very short</source>
        <translation>Die Frage ist sehr kurz</translation>
    </message>
    <message>
        <source>Words of the question are missing</source>
        <translation>Wörter der Frage fehlen</translation>
    </message>
    <message>
        <source>Missing, under another title</source>
        <translation>Fehlt, unter anderem Titel</translation>
    </message>
    <message>
        <source>Words that the knowledge never uses</source>
        <translation>Wörter, die das Wissen nie verwendet</translation>
    </message>
    <message>
        <source>Not what these agents are for</source>
        <translation>Nicht das, wofür diese Agenten da sind</translation>
    </message>
    <message>
        <source>Not clear which agent it is for</source>
        <translation>Unklar, für welchen Agenten es ist</translation>
    </message>
    <message>
        <source>The customer is upset</source>
        <translation>Der Kunde ist verärgert</translation>
    </message>
    <message>
        <source>Signs that it is for people</source>
        <translation>Anzeichen, dass es für Menschen ist</translation>
    </message>
    <message>
        <source>Sentences that no passage supports</source>
        <translation>Sätze, die keine Textstelle stützt</translation>
    </message>
    <message>
        <source>What the model thinks of itself</source>
        <translation>Was das Modell von sich hält</translation>
    </message>
    <message>
        <source>Your rules, and signs of anger, law or danger.</source>
        <translation>Ihre Regeln und Anzeichen von Ärger, Recht oder Gefahr.</translation>
    </message>
    <message>
        <source>Decides which agent the question is for.</source>
        <translation>Entscheidet, für welchen Agenten die Frage ist.</translation>
    </message>
    <message>
        <source>Takes several questions in one message apart.</source>
        <translation>Trennt mehrere Fragen in einer Nachricht.</translation>
    </message>
    <message>
        <source>Gives the agent the tools it may use.</source>
        <translation>Gibt dem Agenten die Werkzeuge, die er nutzen darf.</translation>
    </message>
    <message>
        <source>Asks a tool for what only it can know.</source>
        <translation>Fragt ein Werkzeug nach dem, was nur dieses wissen kann.</translation>
    </message>
    <message>
        <source>Takes sentences of the passages that answer.</source>
        <translation>Nimmt Sätze der Textstellen, die antworten.</translation>
    </message>
    <message>
        <source>Writes the answer.</source>
        <translation>Schreibt die Antwort.</translation>
    </message>
    <message>
        <source>Drops every sentence that no passage supports.</source>
        <translation>Streicht jeden Satz, den keine Textstelle stützt.</translation>
    </message>
    <message>
        <source>Judges the finished answer once more.</source>
        <translation>Beurteilt die fertige Antwort noch einmal.</translation>
    </message>
    <message>
        <source>Sends the answer to the customer.</source>
        <translation>Sendet die Antwort an den Kunden.</translation>
    </message>
</context>
<context>
    <name>parley::console::RunsPage</name>
    <message>
        <source>Why it said that</source>
        <translation>Warum diese Antwort</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Letzte Nachricht</translation>
    </message>
    <message>
        <source>Choose a turn</source>
        <translation>Durchgang auswählen</translation>
    </message>
    <message>
        <source>Every answer of the agents is explained step by step: what they understood, what they found, how sure they were, and what they decided.</source>
        <translation>Jede Antwort der Agenten wird Schritt für Schritt erklärt: was sie verstanden, was sie fanden, wie sicher sie waren und was sie entschieden.</translation>
    </message>
    <message>
        <source>Nobody has written yet</source>
        <translation>Noch hat niemand geschrieben</translation>
    </message>
    <message>
        <source>As soon as the agents answer somebody, you see here why they said what they said.</source>
        <translation>Sobald die Agenten jemandem antworten, sehen Sie hier, warum sie sagten, was sie sagten.</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Turns of the conversation</source>
        <translation>Durchgänge der Unterhaltung</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Unterhaltung öffnen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The agents have not taken a turn in this conversation: people wrote in it.</source>
        <translation>Die Agenten hatten in dieser Unterhaltung keinen Durchgang: Menschen haben darin geschrieben.</translation>
    </message>
</context>
<context>
    <name>parley::console::SandboxTab</name>
    <message>
        <source>Choose the agent as for a customer</source>
        <translation>Agenten wie für einen Kunden wählen</translation>
    </message>
    <message>
        <source>Ask as a customer would</source>
        <translation>Fragen Sie, wie ein Kunde fragen würde</translation>
    </message>
    <message>
        <source>You see the answer, how sure the agent is, what it read and how long each step took. Nothing is stored, and nobody is written to.</source>
        <translation>Sie sehen die Antwort, wie sicher der Agent ist, was er gelesen hat und wie lange jeder Schritt dauerte. Nichts wird gespeichert, und niemandem wird geschrieben.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Language of the customer</source>
        <translation>Sprache des Kunden</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Von vorn beginnen</translation>
    </message>
    <message>
        <source>A customer&apos;s question</source>
        <translation>Frage eines Kunden</translation>
    </message>
    <message>
        <source>Version %1 is tested, as it is saved.</source>
        <translation>Version %1 wird getestet, wie sie gespeichert ist.</translation>
    </message>
    <message>
        <source>Version %1 is tested with what you changed and have not saved.</source>
        <translation>Version %1 wird mit Ihren noch nicht gespeicherten Änderungen getestet.</translation>
    </message>
</context>
<context>
    <name>parley::console::SandboxTurn</name>
    <message>
        <source>The agent is answering…</source>
        <translation>Der Agent antwortet…</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Asks back</source>
        <translation>Fragt zurück</translation>
    </message>
    <message>
        <source>Handed to a person</source>
        <translation>An einen Menschen übergeben</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>zu %1 % sicher</translation>
    </message>
    <message>
        <source>a customer&apos;s message would go to %1</source>
        <translation>eine Kundennachricht ginge an %1</translation>
    </message>
    <message>
        <source>word for word from the documents</source>
        <translation>wörtlich aus den Dokumenten</translation>
    </message>
    <message>
        <source>written by %1</source>
        <translation>geschrieben von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n Token</numerusform>
            <numerusform>%n Token</numerusform>
        </translation>
    </message>
    <message>
        <source>A person would find: %1</source>
        <translation>Ein Mensch fände vor: %1</translation>
    </message>
    <message>
        <source>Category: %1</source>
        <translation>Kategorie: %1</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>Priorität: %1</translation>
    </message>
    <message>
        <source>Tool %1: %2</source>
        <translation>Werkzeug %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::SaveFile</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>parley::console::SchemaCheck</name>
    <message>
        <source>needs &quot;type&quot;: &quot;object&quot;: a tool&apos;s parameters have names</source>
        <translation>braucht &quot;type&quot;: &quot;object&quot;: Die Parameter eines Werkzeugs haben Namen</translation>
    </message>
    <message>
        <source>must be &quot;object&quot;: a tool&apos;s parameters have names</source>
        <translation>muss &quot;object&quot; sein: Die Parameter eines Werkzeugs haben Namen</translation>
    </message>
    <message>
        <source>names &quot;%1&quot;, which is none of the properties</source>
        <translation>nennt „%1“, das keine der Eigenschaften ist</translation>
    </message>
    <message>
        <source>must be a schema: an object, or true or false</source>
        <translation>muss ein Schema sein: ein Objekt oder true oder false</translation>
    </message>
    <message>
        <source>goes deeper than 16 levels</source>
        <translation>geht tiefer als 16 Ebenen</translation>
    </message>
    <message>
        <source>must be a list of schemas</source>
        <translation>muss eine Liste von Schemas sein</translation>
    </message>
    <message>
        <source>must be an object of schemas, by name</source>
        <translation>muss ein Objekt mit benannten Schemas sein</translation>
    </message>
    <message>
        <source>must point into this schema, such as #/$defs/address</source>
        <translation>muss in dieses Schema zeigen, z. B. #/$defs/address</translation>
    </message>
    <message>
        <source>must be a whole number from 0</source>
        <translation>muss eine ganze Zahl ab 0 sein</translation>
    </message>
    <message>
        <source>must be a number, and multipleOf above 0</source>
        <translation>muss eine Zahl sein, multipleOf über 0</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss true oder false sein</translation>
    </message>
    <message>
        <source>must be a text of at most 512 characters</source>
        <translation>muss ein Text von höchstens 512 Zeichen sein</translation>
    </message>
    <message>
        <source>must be a list of values</source>
        <translation>muss eine Liste von Werten sein</translation>
    </message>
    <message>
        <source>is a keyword that is not checked here; leave it out</source>
        <translation>ist ein Schlüsselwort, das hier nicht geprüft wird; lassen Sie es weg</translation>
    </message>
    <message>
        <source>must be a list of names</source>
        <translation>muss eine Liste von Namen sein</translation>
    </message>
    <message>
        <source>must be a name</source>
        <translation>muss ein Name sein</translation>
    </message>
    <message>
        <source>must be null, boolean, object, array, number, string, integer, or a list of them</source>
        <translation>muss null, boolean, object, array, number, string, integer oder eine Liste davon sein</translation>
    </message>
    <message>
        <source>This is not JSON: %1.</source>
        <translation>Dies ist kein JSON: %1.</translation>
    </message>
    <message>
        <source>A JSON Schema is an object: { … }.</source>
        <translation>Ein JSON-Schema ist ein Objekt: { … }.</translation>
    </message>
    <message>
        <source>The schema may have at most 32 KiB.</source>
        <translation>Das Schema darf höchstens 32 KiB haben.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Line %1: %2 %3</source>
        <translation>Zeile %1: %2 %3</translation>
    </message>
</context>
<context>
    <name>parley::console::SchemaEditor</name>
    <message>
        <source>Input schema</source>
        <translation>Eingabeschema</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Indents the schema anew</source>
        <translation>Rückt das Schema neu ein</translation>
    </message>
</context>
<context>
    <name>parley::console::SchemaForm</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>%1 (needed)</source>
        <translation>%1 (erforderlich)</translation>
    </message>
    <message>
        <source>As usual: %1</source>
        <translation>Wie üblich: %1</translation>
    </message>
    <message>
        <source>One a line.</source>
        <translation>Eine pro Zeile.</translation>
    </message>
    <message>
        <source>At least %1 characters; these are %2.</source>
        <translation>Mindestens %1 Zeichen; es sind %2.</translation>
    </message>
    <message>
        <source>This is not of the form that is asked for (%1).</source>
        <translation>Dies hat nicht die verlangte Form (%1).</translation>
    </message>
    <message>
        <source>At least %1 of them.</source>
        <translation>Mindestens %1 davon.</translation>
    </message>
    <message>
        <source>At most %1 of them; these are %2.</source>
        <translation>Höchstens %1 davon; es sind %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands here twice.</source>
        <translation>„%1“ steht hier zweimal.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2</source>
        <translation>„%1“: %2</translation>
    </message>
</context>
<context>
    <name>parley::console::SchemaPages</name>
    <message>
        <source>This must be a JSON object: { … }.</source>
        <translation>Dies muss ein JSON-Objekt sein: { … }.</translation>
    </message>
    <message>
        <source>Settings as JSON</source>
        <translation>Einstellungen als JSON</translation>
    </message>
    <message>
        <source>More settings as JSON</source>
        <translation>Weitere Einstellungen als JSON</translation>
    </message>
</context>
<context>
    <name>parley::console::SearchTest</name>
    <message>
        <source>Ask as a customer would</source>
        <translation>Fragen Sie, wie ein Kunde fragen würde</translation>
    </message>
    <message>
        <source>Try a question</source>
        <translation>Frage ausprobieren</translation>
    </message>
    <message>
        <source>What customers ask is looked up like this. The passages that are found, best first, are what an answer is made from.</source>
        <translation>So wird nachgeschlagen, was Kunden fragen. Aus den gefundenen Textstellen, die besten zuerst, entsteht eine Antwort.</translation>
    </message>
    <message>
        <source>How many passages</source>
        <translation>Wie viele Textstellen</translation>
    </message>
    <message>
        <source>best </source>
        <translation>beste </translation>
    </message>
    <message>
        <source>Passages that are found, best first</source>
        <translation>Gefundene Textstellen, die besten zuerst</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No document speaks of this. An article about it would let the agents answer.</source>
        <translation>Kein Dokument handelt davon. Mit einem Artikel darüber könnten die Agenten antworten.</translation>
    </message>
</context>
<context>
    <name>parley::console::SecretDialog</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Ich habe es gesichert</translation>
    </message>
</context>
<context>
    <name>parley::console::SecretEdit</name>
    <message>
        <source>Forget what is kept</source>
        <translation>Aufbewahrtes vergessen</translation>
    </message>
    <message>
        <source>Kept – type to replace</source>
        <translation>Aufbewahrt – zum Ersetzen tippen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
</context>
<context>
    <name>parley::console::Sections</name>
    <message>
        <source>Insight</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Arbeitsplatz</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
</context>
<context>
    <name>parley::console::SentimentLine</name>
    <message>
        <source>Upset</source>
        <translation>Verärgert</translation>
    </message>
    <message>
        <source>Displeased</source>
        <translation>Unzufrieden</translation>
    </message>
    <message>
        <source>Pleased</source>
        <translation>Erfreut</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Neutral</translation>
    </message>
    <message>
        <source>Mood: %1</source>
        <translation>Stimmung: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::ServerWords</name>
    <message>
        <source>Chat widget</source>
        <translation>Chat-Widget</translation>
    </message>
    <message>
        <source>The chat on your own pages. How it looks and where it may run is set up with the widget. Switched off, no chat is begun or continued; what is under way in an open window goes on.</source>
        <translation>Der Chat auf Ihren eigenen Seiten. Wie er aussieht und wo er laufen darf, wird beim Widget eingerichtet. Ausgeschaltet wird kein Chat begonnen oder fortgesetzt; was in einem offenen Fenster läuft, geht weiter.</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Messages that your own programs send. Which programs may is set up with the API clients. Switched off, messages of all of them are refused.</source>
        <translation>Nachrichten, die Ihre eigenen Programme senden. Welche das dürfen, wird bei den API-Clients eingerichtet. Ausgeschaltet werden die Nachrichten aller abgelehnt.</translation>
    </message>
    <message>
        <source>Contact form</source>
        <translation>Kontaktformular</translation>
    </message>
    <message>
        <source>A page with a form for questions that need no chat. The agents answer, or a person does; the customer follows the state with a reference. The form may be sent from the pages that the chat widget may run on.</source>
        <translation>Eine Seite mit einem Formular für Fragen, die keinen Chat brauchen. Die Agenten antworten oder ein Mensch; der Kunde verfolgt den Stand mit einer Nummer. Abgeschickt werden darf das Formular von den Seiten, auf denen das Chat-Widget laufen darf.</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>Above the form; empty: how the chat widget is called.</source>
        <translation>Über dem Formular; leer: wie das Chat-Widget heißt.</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>Einleitung</translation>
    </message>
    <message>
        <source>Below the heading.</source>
        <translation>Unter der Überschrift.</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Those that the customer may choose; the first is chosen at first.</source>
        <translation>Die der Kunde wählen kann; die erste ist vorgewählt.</translation>
    </message>
    <message>
        <source>Ask how urgent it is</source>
        <translation>Fragen, wie dringend es ist</translation>
    </message>
    <message>
        <source>Whether the page shows the choice of a priority.</source>
        <translation>Ob die Seite eine Priorität zur Wahl stellt.</translation>
    </message>
    <message>
        <source>Response times in minutes</source>
        <translation>Antwortzeiten in Minuten</translation>
    </message>
    <message>
        <source>How soon an answer is promised after sending, by the priority that the customer chose. Where the service level of the chosen plan is shorter, that is promised. It changes neither the queue nor when a case is late.</source>
        <translation>Wie bald nach dem Absenden eine Antwort versprochen wird, je nach der Priorität, die der Kunde gewählt hat. Ist die zugesagte Zeit des gewählten Tarifs kürzer, wird diese versprochen. Weder die Warteschlange noch die Fälligkeit eines Falls ändern sich dadurch.</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Dringend</translation>
    </message>
    <message>
        <source>Shown after sending</source>
        <translation>Nach dem Absenden</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>Technisch</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>Bug report</source>
        <translation>Fehlermeldung</translation>
    </message>
</context>
<context>
    <name>parley::console::Session</name>
    <message>
        <source>Please sign in.</source>
        <translation>Bitte melden Sie sich an.</translation>
    </message>
    <message>
        <source>This server speaks protocol %1 and this console %2: they cannot work together. Install the console that belongs to the server, or ask whoever runs it to update it.</source>
        <translation>Dieser Server spricht Protokoll %1 und diese Konsole %2: Sie können nicht zusammenarbeiten. Installieren Sie die zum Server gehörende Konsole, oder bitten Sie den Betreiber des Servers, ihn zu aktualisieren.</translation>
    </message>
    <message>
        <source>This account is not one of a supporter or administrator.</source>
        <translation>Dieses Konto gehört keinem Supporter oder Administrator.</translation>
    </message>
    <message>
        <source>Your sign-in has ended: %1</source>
        <translation>Ihre Anmeldung ist beendet: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::SettingsPage</name>
    <message>
        <source>Back to inherited</source>
        <translation>Zurück zum Geerbten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>You act in no tenant: these are the platform&apos;s defaults, for every tenant that has set nothing of its own.</source>
        <translation>Sie arbeiten in keinem Mandanten: Dies sind die Vorgaben der Plattform für jeden Mandanten, der nichts Eigenes eingestellt hat.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The settings that you changed are not saved.</source>
        <translation>Die geänderten Einstellungen sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Nothing is set here: Parley&apos;s own values hold.</source>
        <translation>Hier ist nichts eingestellt: Es gelten Parleys eigene Werte.</translation>
    </message>
    <message>
        <source>Nothing is set here: the platform&apos;s values hold.</source>
        <translation>Hier ist nichts eingestellt: Es gelten die Werte der Plattform.</translation>
    </message>
    <message>
        <source>Set here: %1. Everything else is inherited.</source>
        <translation>Hier eingestellt: %1. Alles andere ist geerbt.</translation>
    </message>
    <message>
        <source>The settings were saved.</source>
        <translation>Die Einstellungen wurden gespeichert.</translation>
    </message>
</context>
<context>
    <name>parley::console::SettingsPages</name>
    <message>
        <source>Answering</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Desk settings</source>
        <translation>Einstellungen des Arbeitsplatzes</translation>
    </message>
</context>
<context>
    <name>parley::console::SignInPage</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Sign in to Parley</source>
        <translation>Bei Parley anmelden</translation>
    </message>
    <message>
        <source>Servers used before</source>
        <translation>Bisher verwendete Server</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Takes this server from the list and its sign-in from this computer.</source>
        <translation>Entfernt diesen Server aus der Liste und seine Anmeldung von diesem Computer.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>Auf diesem Computer angemeldet bleiben</translation>
    </message>
    <message>
        <source>This computer offers no keychain to keep the sign-in in, so it lasts until Parley is closed. Nothing secret is ever written to a plain file.</source>
        <translation>Dieser Computer bietet keinen Schlüsselbund für die Anmeldung, daher gilt sie nur, bis Parley geschlossen wird. Geheimes wird nie in eine unverschlüsselte Datei geschrieben.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Run on this computer</source>
        <translation>Auf diesem Computer ausführen</translation>
    </message>
    <message>
        <source>Starts a private server with a demo company on this computer and signs in to it.</source>
        <translation>Startet auf diesem Computer einen privaten Server mit einer Demofirma und meldet Sie dort an.</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Anderer Server</translation>
    </message>
    <message>
        <source>Signing in to %1 …</source>
        <translation>Anmeldung bei %1 …</translation>
    </message>
    <message>
        <source>Name the server, such as desk.example.com or localhost:8080.</source>
        <translation>Geben Sie den Server an, z. B. desk.example.com oder localhost:8080.</translation>
    </message>
    <message>
        <source>Your e-mail address, such as ana@example.com.</source>
        <translation>Ihre E-Mail-Adresse, z. B. ana@example.com.</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Anmeldung läuft …</translation>
    </message>
    <message>
        <source>Starting a server on this computer …</source>
        <translation>Auf diesem Computer wird ein Server gestartet …</translation>
    </message>
    <message>
        <source>E-mail and password do not match an account on this server.</source>
        <translation>E-Mail und Passwort passen zu keinem Konto auf diesem Server.</translation>
    </message>
</context>
<context>
    <name>parley::console::SlaTable</name>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>First word</source>
        <translation>Erstes Wort</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Add a plan</source>
        <translation>Tarif hinzufügen</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Plan, or default</source>
        <translation>Tarif oder default</translation>
    </message>
    <message>
        <source>Minutes to the first word</source>
        <translation>Minuten bis zum ersten Wort</translation>
    </message>
    <message>
        <source>Minutes until it is solved</source>
        <translation>Minuten bis zur Lösung</translation>
    </message>
    <message>
        <source>Not promised</source>
        <translation>Nicht zugesagt</translation>
    </message>
    <message>
        <source>Remove this plan</source>
        <translation>Diesen Tarif entfernen</translation>
    </message>
    <message>
        <source>Name the plan, or call it default: it holds for customers of no plan.</source>
        <translation>Benennen Sie den Tarif, oder nennen Sie ihn default: Er gilt für Kunden ohne Tarif.</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 ist doppelt vorhanden.</translation>
    </message>
    <message>
        <source>%1: it cannot be solved before the first word.</source>
        <translation>%1: Vor dem ersten Wort kann nichts gelöst sein.</translation>
    </message>
    <message>
        <source>At most %1 plans.</source>
        <translation>Höchstens %1 Tarife.</translation>
    </message>
</context>
<context>
    <name>parley::console::SourcePopup</name>
    <message>
        <source>Source %1: %2</source>
        <translation>Quelle %1: %2</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Trefferwert %1</translation>
    </message>
</context>
<context>
    <name>parley::console::StatTile</name>
    <message>
        <source>%1 against the period before</source>
        <translation>%1 gegenüber dem Zeitraum davor</translation>
    </message>
</context>
<context>
    <name>parley::console::TeamPage</name>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Add team</source>
        <translation>Team hinzufügen</translation>
    </message>
    <message>
        <source>No teams yet</source>
        <translation>Noch keine Teams</translation>
    </message>
    <message>
        <source>Without teams every case waits for everybody. Teams get the cases of their categories, in their hours.</source>
        <translation>Ohne Teams wartet jeder Fall auf alle. Teams erhalten die Fälle ihrer Kategorien zu ihren Zeiten.</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n Mitglied</numerusform>
            <numerusform>%n Mitglieder</numerusform>
        </translation>
    </message>
    <message>
        <source>Cases of &quot;%1&quot; stay in the queue, for everybody. Escalation rules that name it send to no team from then on. Its members stay.</source>
        <translation>Fälle von „%1“ bleiben in der Warteschlange, für alle. Eskalationsregeln, die es nennen, leiten künftig an kein Team. Seine Mitglieder bleiben.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>One a line, such as billing. Cases of these come to this team first.</source>
        <translation>Eine pro Zeile, z. B. billing. Fälle dieser Kategorien kommen zuerst zu diesem Team.</translation>
    </message>
    <message>
        <source>Cases at a time for each member</source>
        <translation>Gleichzeitige Fälle pro Mitglied</translation>
    </message>
    <message>
        <source>0: any number.</source>
        <translation>0: beliebig viele.</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Promised times count in these hours only.</source>
        <translation>Zugesagte Fristen laufen nur in diesen Zeiten.</translation>
    </message>
</context>
<context>
    <name>parley::console::TemplateRule</name>
    <message>
        <source>There is no {%1}; there is: %2</source>
        <translation>{%1} gibt es nicht; es gibt: %2</translation>
    </message>
</context>
<context>
    <name>parley::console::TenantPage</name>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>Add tenant</source>
        <translation>Mandanten hinzufügen</translation>
    </message>
    <message>
        <source>No organisation is served here yet</source>
        <translation>Noch wird hier keine Organisation bedient</translation>
    </message>
    <message>
        <source>A tenant is an organisation with its own customers, knowledge, agents and people. It can answer as soon as it is made.</source>
        <translation>Ein Mandant ist eine Organisation mit eigenen Kunden, eigenem Wissen, eigenen Agenten und Personen. Er kann antworten, sobald er angelegt ist.</translation>
    </message>
    <message>
        <source>%1 · %2 · suspended</source>
        <translation>%1 · %2 · gesperrt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is shut for good: its widget stops answering, its people and programs are signed out, and its conversations, customers, documents, agents and settings can no longer be reached by anybody. Nobody will ever get the name &quot;%2&quot; again. To shut it for a while, suspend it instead.</source>
        <translation>„%1“ wird endgültig geschlossen: Das Widget antwortet nicht mehr, Personen und Programme werden abgemeldet, und Unterhaltungen, Kunden, Dokumente, Agenten und Einstellungen sind für niemanden mehr erreichbar. Der Name „%2“ wird nie wieder vergeben. Um den Mandanten nur vorübergehend zu schließen, sperren Sie ihn stattdessen.</translation>
    </message>
    <message>
        <source>Act in this tenant</source>
        <translation>In diesem Mandanten arbeiten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>As customers know it.</source>
        <translation>Wie Kunden ihn kennen.</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>For addresses and programs, such as acme. It cannot be changed later.</source>
        <translation>Für Adressen und Programme, z. B. acme. Er kann später nicht geändert werden.</translation>
    </message>
    <message>
        <source>Ticket prefix</source>
        <translation>Ticketpräfix</translation>
    </message>
    <message>
        <source>What references begin with, such as ACM in ACM-1042. Made from the name where it is empty; it cannot be changed later.</source>
        <translation>Womit Ticketnummern beginnen, z. B. ACM in ACM-1042. Wird aus dem Namen gebildet, wenn leer; kann später nicht geändert werden.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>A word of yours, such as standard.</source>
        <translation>Ein Wort Ihrer Wahl, z. B. standard.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Suspended: nobody can sign in or chat; everything is kept.</source>
        <translation>Gesperrt: Niemand kann sich anmelden oder chatten; alles bleibt erhalten.</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Agents it may have</source>
        <translation>Erlaubte Agenten</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>Fragen und Antworten</translation>
    </message>
    <message>
        <source>Problems and complaints</source>
        <translation>Probleme und Beschwerden</translation>
    </message>
    <message>
        <source>Customers&apos; accounts</source>
        <translation>Kundenkonten</translation>
    </message>
    <message>
        <source>Specialists</source>
        <translation>Spezialisten</translation>
    </message>
    <message>
        <source>Whatever is left</source>
        <translation>Alles Übrige</translation>
    </message>
    <message>
        <source>Tools it may have</source>
        <translation>Erlaubte Werkzeuge</translation>
    </message>
    <message>
        <source>Calls of web services</source>
        <translation>Aufrufe von Webdiensten</translation>
    </message>
    <message>
        <source>Search in documents</source>
        <translation>Suche in Dokumenten</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>MCP servers</source>
        <translation>MCP-Server</translation>
    </message>
    <message>
        <source>Providers it may use</source>
        <translation>Erlaubte Anbieter</translation>
    </message>
    <message>
        <source>A model on your own computers</source>
        <translation>Ein Modell auf eigenen Computern</translation>
    </message>
    <message>
        <source>Most agents</source>
        <translation>Agenten höchstens</translation>
    </message>
    <message>
        <source>Most tools</source>
        <translation>Werkzeuge höchstens</translation>
    </message>
    <message>
        <source>Most documents</source>
        <translation>Dokumente höchstens</translation>
    </message>
    <message>
        <source>Most people</source>
        <translation>Personen höchstens</translation>
    </message>
    <message>
        <source>Most machine clients</source>
        <translation>API-Clients höchstens</translation>
    </message>
    <message>
        <source>Most tokens a month</source>
        <translation>Token pro Monat höchstens</translation>
    </message>
    <message>
        <source>as the server allows</source>
        <translation>wie der Server es erlaubt</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
</context>
<context>
    <name>parley::console::TenantPicker</name>
    <message>
        <source>Tenant you act in</source>
        <translation>Mandant, in dem Sie arbeiten</translation>
    </message>
    <message>
        <source>You act in</source>
        <translation>Sie arbeiten in</translation>
    </message>
    <message>
        <source>No tenant (the platform)</source>
        <translation>Kein Mandant (die Plattform)</translation>
    </message>
</context>
<context>
    <name>parley::console::ThresholdBars</name>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>asked back</source>
        <translation>zurückgefragt</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>übergeben</translation>
    </message>
    <message>
        <source>As it was: %1 answered, %2 asked back, %3 handed over. %4: %5, %6, %7.</source>
        <translation>Wie es war: %1 beantwortet, %2 zurückgefragt, %3 übergeben. %4: %5, %6, %7.</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Wie es war</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>parley::console::ThresholdPreview</name>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>übergeben</translation>
    </message>
    <message>
        <source>asked back</source>
        <translation>zurückgefragt</translation>
    </message>
    <message>
        <source>worked out anew</source>
        <translation>neu berechnet</translation>
    </message>
    <message>
        <source>Confidence threshold to try</source>
        <translation>Konfidenzschwelle zum Ausprobieren</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>Which days</source>
        <translation>Welche Tage</translation>
    </message>
    <message>
        <source>Would have been otherwise</source>
        <translation>Wäre anders gewesen</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>War</translation>
    </message>
    <message>
        <source>Would be</source>
        <translation>Wäre</translation>
    </message>
    <message>
        <source>Questions that would have been otherwise</source>
        <translation>Fragen, bei denen es anders gewesen wäre</translation>
    </message>
    <message>
        <source>What would have been</source>
        <translation>Was gewesen wäre</translation>
    </message>
    <message>
        <source>A lower threshold answers more and errs more; a higher one hands more over.</source>
        <translation>Eine niedrigere Schwelle beantwortet mehr und irrt öfter; eine höhere übergibt mehr.</translation>
    </message>
    <message>
        <source>Put %1 into the form</source>
        <translation>%1 ins Formular übernehmen</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>No messages in these days: the more there are, the more this says.</source>
        <translation>Keine Nachrichten in diesen Tagen: Je mehr es sind, desto mehr sagt dies aus.</translation>
    </message>
    <message numerus="yes">
        <source>Of %n message(s) to the agents.</source>
        <translation>
            <numerusform>Von %n Nachricht an die Agenten.</numerusform>
            <numerusform>Von %n Nachrichten an die Agenten.</numerusform>
        </translation>
    </message>
    <message>
        <source>There were more: the newest are counted.</source>
        <translation>Es waren mehr: Die neuesten sind gezählt.</translation>
    </message>
</context>
<context>
    <name>parley::console::TicketColumns</name>
    <message>
        <source>Late since %1</source>
        <translation>Verspätet seit %1</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Fällig %1</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Ticketnummer</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Zugesagt</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
</context>
<context>
    <name>parley::console::TicketFilterBar</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Any priority</source>
        <translation>Jede Priorität</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Anyone&apos;s</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
</context>
<context>
    <name>parley::console::TicketPanel</name>
    <message>
        <source>The question</source>
        <translation>Die Frage</translation>
    </message>
    <message>
        <source>What the agents would have answered</source>
        <translation>Was die Agenten geantwortet hätten</translation>
    </message>
    <message>
        <source>What they found</source>
        <translation>Was sie gefunden haben</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Why it came to people</source>
        <translation>Warum es zu Menschen kam</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Priority and category</source>
        <translation>Priorität und Kategorie</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>What the agents did before they gave it to people</source>
        <translation>Was die Agenten taten, bevor sie es an Menschen übergaben</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Unterhaltung öffnen</translation>
    </message>
    <message>
        <source>Priority or category of %1</source>
        <translation>Priorität oder Kategorie von %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>zu %1 % sicher</translation>
    </message>
    <message>
        <source>They had no answer.</source>
        <translation>Sie hatten keine Antwort.</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message>
        <source>The customer waits for an answer to this. Answer it in the conversation: that resolves the ticket, and the next who asks the same gets your answer.</source>
        <translation>Der Kunde wartet hierauf auf eine Antwort. Antworten Sie in der Unterhaltung: Das löst das Ticket, und wer als Nächstes dasselbe fragt, erhält Ihre Antwort.</translation>
    </message>
</context>
<context>
    <name>parley::console::TicketsPage</name>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Unterhaltung öffnen</translation>
    </message>
    <message>
        <source>Why did it come to people?</source>
        <translation>Warum kam es zu Menschen?</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>Kunden anzeigen</translation>
    </message>
    <message>
        <source>Save priority and category</source>
        <translation>Priorität und Kategorie speichern</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>No case has come to people yet</source>
        <translation>Noch kam kein Fall zu Menschen</translation>
    </message>
    <message>
        <source>No ticket is like that</source>
        <translation>Kein Ticket passt dazu</translation>
    </message>
    <message>
        <source>When the agents are not sure, or a customer asks for a person, the case stands here with its reference.</source>
        <translation>Wenn die Agenten nicht sicher sind oder ein Kunde nach einem Menschen fragt, steht der Fall hier mit seiner Ticketnummer.</translation>
    </message>
    <message>
        <source>Take a filter away to see more.</source>
        <translation>Entfernen Sie einen Filter, um mehr zu sehen.</translation>
    </message>
    <message>
        <source>Show all tickets</source>
        <translation>Alle Tickets anzeigen</translation>
    </message>
</context>
<context>
    <name>parley::console::TimeText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
</context>
<context>
    <name>parley::console::ToolConfigPages</name>
    <message>
        <source>Time limit in milliseconds</source>
        <translation>Zeitlimit in Millisekunden</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>Add a secret</source>
        <translation>Geheimnis hinzufügen</translation>
    </message>
    <message>
        <source>Kept encrypted and never shown again. A header uses one by its name: Bearer {secret.token}.</source>
        <translation>Verschlüsselt aufbewahrt und nie wieder angezeigt. Ein Header verwendet eines mit seinem Namen: Bearer {secret.token}.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>With places for what the agent fills in, such as https://shop.example/orders/{order_id}, and for the proven customer: {customer.user_id}.</source>
        <translation>Mit Platzhaltern für das, was der Agent ausfüllt, z. B. https://shop.example/orders/{order_id}, und für den nachgewiesenen Kunden: {customer.user_id}.</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>Add a parameter</source>
        <translation>Parameter hinzufügen</translation>
    </message>
    <message>
        <source>Added to the address. One whose place has no value is left out.</source>
        <translation>Wird an die Adresse angehängt. Parameter, deren Platzhalter keinen Wert hat, entfallen.</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Add a header</source>
        <translation>Header hinzufügen</translation>
    </message>
    <message>
        <source>Keys and tokens belong into the secrets below.</source>
        <translation>Schlüssel und Token gehören in die Geheimnisse unten.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>JSON with the same places. A text that is one place alone becomes its value as it is.</source>
        <translation>JSON mit denselben Platzhaltern. Ein Text, der nur aus einem Platzhalter besteht, wird unverändert zu dessen Wert.</translation>
    </message>
    <message>
        <source>What counts of the answer</source>
        <translation>Was von der Antwort zählt</translation>
    </message>
    <message>
        <source>A JSONPath such as $.order.state or $.items[*].title; empty: the whole answer.</source>
        <translation>Ein JSONPath wie $.order.state oder $.items[*].title; leer: die ganze Antwort.</translation>
    </message>
    <message>
        <source>A JSONPath begins with $.</source>
        <translation>Ein JSONPath beginnt mit $.</translation>
    </message>
    <message>
        <source>Redirects that are followed</source>
        <translation>Weiterleitungen, denen gefolgt wird</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>May be sent twice without doing twice</source>
        <translation>Darf ohne doppelte Wirkung zweimal gesendet werden</translation>
    </message>
    <message>
        <source>A call without an answer is then tried again.</source>
        <translation>Ein Aufruf ohne Antwort wird dann wiederholt.</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Of a streamable-HTTP server. Leave it empty for one that the operator has declared.</source>
        <translation>Eines Streamable-HTTP-Servers. Leer lassen für einen, den der Betreiber deklariert hat.</translation>
    </message>
    <message>
        <source>Or a declared server</source>
        <translation>Oder ein deklarierter Server</translation>
    </message>
    <message>
        <source>Its name in the daemon&apos;s configuration file: mcp.servers.&lt;name&gt;.</source>
        <translation>Sein Name in der Konfigurationsdatei des Daemons: mcp.servers.&lt;name&gt;.</translation>
    </message>
    <message>
        <source>One session serves all customers, so only secrets may have a place here: {secret.key}.</source>
        <translation>Eine Sitzung bedient alle Kunden, daher sind hier nur Geheimnisse als Platzhalter erlaubt: {secret.key}.</translation>
    </message>
    <message>
        <source>One tool of it</source>
        <translation>Eines seiner Werkzeuge</translation>
    </message>
    <message>
        <source>Its name at the server; empty: all that the server has.</source>
        <translation>Sein Name beim Server; leer: alle, die der Server hat.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Only documents of this one; empty: of all.</source>
        <translation>Nur Dokumente dieser Kategorie; leer: aller Kategorien.</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Several, one a line.</source>
        <translation>Mehrere, eine pro Zeile.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Only these, by their ids, one a line; empty: all.</source>
        <translation>Nur diese, nach ihren IDs, eine pro Zeile; leer: alle.</translation>
    </message>
    <message>
        <source>Most passages</source>
        <translation>Textstellen höchstens</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>Searches the knowledge</source>
        <translation>Durchsucht das Wissen</translation>
    </message>
    <message>
        <source>Opens a ticket</source>
        <translation>Eröffnet ein Ticket</translation>
    </message>
    <message>
        <source>Reads the customer&apos;s earlier conversations</source>
        <translation>Liest die früheren Unterhaltungen des Kunden</translation>
    </message>
    <message>
        <source>Hands over to a person</source>
        <translation>Übergibt an einen Menschen</translation>
    </message>
    <message>
        <source>Sends the customer an e-mail</source>
        <translation>Sendet dem Kunden eine E-Mail</translation>
    </message>
    <message>
        <source>Says how a text feels</source>
        <translation>Bestimmt die Stimmung eines Textes</translation>
    </message>
    <message>
        <source>Looks up an order of the demo company</source>
        <translation>Schlägt eine Bestellung der Demofirma nach</translation>
    </message>
    <message>
        <source>Changes an order of the demo company</source>
        <translation>Ändert eine Bestellung der Demofirma</translation>
    </message>
    <message>
        <source>Most entries</source>
        <translation>Einträge höchstens</translation>
    </message>
</context>
<context>
    <name>parley::console::ToolPage</name>
    <message>
        <source>HTTP – calls an API</source>
        <translation>HTTP – ruft eine API auf</translation>
    </message>
    <message>
        <source>Knowledge – searches documents</source>
        <translation>Wissen – durchsucht Dokumente</translation>
    </message>
    <message>
        <source>Built in – one of Parley&apos;s own</source>
        <translation>Eingebaut – eines von Parleys eigenen</translation>
    </message>
    <message>
        <source>MCP – the tools of a server</source>
        <translation>MCP – die Werkzeuge eines Servers</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>changes something</source>
        <translation>ändert etwas</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>New tool</source>
        <translation>Neues Werkzeug</translation>
    </message>
    <message>
        <source>No tools yet</source>
        <translation>Noch keine Werkzeuge</translation>
    </message>
    <message>
        <source>With a tool an agent looks something up or does something: an order&apos;s state from your shop, a ticket in your system.</source>
        <translation>Mit einem Werkzeug schlägt ein Agent etwas nach oder tut etwas: den Stand einer Bestellung aus Ihrem Shop, ein Ticket in Ihrem System.</translation>
    </message>
    <message>
        <source>Its settings and its secrets go with it. Agents that name it answer without it from now on.</source>
        <translation>Seine Einstellungen und Geheimnisse werden mit gelöscht. Agenten, die es nennen, antworten ab jetzt ohne es.</translation>
    </message>
    <message>
        <source>1 to 64 letters, digits, _ and -, without two _ side by side.</source>
        <translation>1 bis 64 Buchstaben, Ziffern, _ und -, ohne zwei _ nebeneinander.</translation>
    </message>
    <message>
        <source>Test call</source>
        <translation>Testaufruf</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>As agents and models call it, such as order_lookup.</source>
        <translation>Wie Agenten und Modelle es aufrufen, z. B. order_lookup.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>When to use it, in words for the model.</source>
        <translation>Wann es zu verwenden ist, in Worten für das Modell.</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>It changes something</source>
        <translation>Es ändert etwas</translation>
    </message>
    <message>
        <source>The customer is asked before each call.</source>
        <translation>Der Kunde wird vor jedem Aufruf gefragt.</translation>
    </message>
    <message>
        <source>Only for customers whose identity is proven</source>
        <translation>Nur für Kunden mit nachgewiesener Identität</translation>
    </message>
    <message>
        <source>Tools that name {customer.…} are so in any case.</source>
        <translation>Für Werkzeuge, die {customer.…} nennen, gilt das ohnehin.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>How it is called</source>
        <translation>Wie es aufgerufen wird</translation>
    </message>
    <message>
        <source>What it needs to know</source>
        <translation>Was es wissen muss</translation>
    </message>
    <message>
        <source>Input schema</source>
        <translation>Eingabeschema</translation>
    </message>
    <message>
        <source>A JSON Schema of what the agent fills in. Empty: the kind&apos;s own; for HTTP nothing.</source>
        <translation>Ein JSON-Schema dessen, was der Agent ausfüllt. Leer: das der Art eigene; bei HTTP nichts.</translation>
    </message>
</context>
<context>
    <name>parley::console::ToolPages</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>parley::console::ToolPicker</name>
    <message>
        <source>There are no tools yet. They are made on the page Tools.</source>
        <translation>Es gibt noch keine Werkzeuge. Sie werden auf der Seite „Werkzeuge“ angelegt.</translation>
    </message>
    <message>
        <source>%1 (switched off)</source>
        <translation>%1 (ausgeschaltet)</translation>
    </message>
    <message>
        <source>%1 (changes something: the customer confirms)</source>
        <translation>%1 (ändert etwas: Der Kunde bestätigt)</translation>
    </message>
    <message>
        <source>%1 (there is no tool of this name here)</source>
        <translation>%1 (hier gibt es kein Werkzeug dieses Namens)</translation>
    </message>
</context>
<context>
    <name>parley::console::ToolTestTab</name>
    <message>
        <source>Only show what would be called</source>
        <translation>Nur zeigen, was aufgerufen würde</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufrufen</translation>
    </message>
    <message>
        <source>Output of the tool</source>
        <translation>Ausgabe des Werkzeugs</translation>
    </message>
    <message>
        <source>The tool is called as it is saved: your changes are not. Save them first.</source>
        <translation>Das Werkzeug wird aufgerufen, wie es gespeichert ist: ohne Ihre Änderungen. Speichern Sie sie zuerst.</translation>
    </message>
    <message>
        <source>The tool is called as it is saved, for real.</source>
        <translation>Das Werkzeug wird aufgerufen, wie es gespeichert ist, und zwar wirklich.</translation>
    </message>
    <message>
        <source>This one changes something at the other end.</source>
        <translation>Dieses ändert etwas auf der Gegenseite.</translation>
    </message>
    <message>
        <source>The tool takes no input.</source>
        <translation>Das Werkzeug braucht keine Eingabe.</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Der Kunde</translation>
    </message>
    <message>
        <source>This tool is for customers whose identity is proven: say whom to stand for.</source>
        <translation>Dieses Werkzeug ist für Kunden mit nachgewiesener Identität: Geben Sie an, für wen Sie stehen.</translation>
    </message>
    <message>
        <source>User id</source>
        <translation>Benutzer-ID</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Parley calls public addresses only, so that no tool reaches into the network it runs in. Whoever runs it can open private ones: security.outbound_allow.</source>
        <translation>Parley ruft nur öffentliche Adressen auf, damit kein Werkzeug in das Netz greift, in dem Parley läuft. Der Betreiber kann private freigeben: security.outbound_allow.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>The customer would be asked first</source>
        <translation>Der Kunde würde zuerst gefragt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>parley::console::TraceTree</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Steps of the turn</source>
        <translation>Schritte des Durchgangs</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>parley::console::TranscriptView</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>Zur neuesten Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neue</numerusform>
            <numerusform>%n neue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::TransferDialog</name>
    <message>
        <source>Transfer</source>
        <translation>Weiterleiten</translation>
    </message>
    <message>
        <source>Transfer the conversation</source>
        <translation>Unterhaltung weiterleiten</translation>
    </message>
    <message>
        <source>Name of a colleague or a team</source>
        <translation>Name eines Teammitglieds oder Teams</translation>
    </message>
    <message>
        <source>Colleagues and teams</source>
        <translation>Teammitglieder und Teams</translation>
    </message>
    <message>
        <source>Who goes on?</source>
        <translation>Wer macht weiter?</translation>
    </message>
</context>
<context>
    <name>parley::console::Tray</name>
    <message>
        <source>Open Parley</source>
        <translation>Parley öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Parley</source>
        <translation>Parley</translation>
    </message>
    <message>
        <source>Parley: nobody waits</source>
        <translation>Parley: niemand wartet</translation>
    </message>
    <message numerus="yes">
        <source>Parley: %n waiting</source>
        <translation>
            <numerusform>Parley: %n wartet</numerusform>
            <numerusform>Parley: %n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) of you</source>
        <translation>
            <numerusform>%n Erwähnung</numerusform>
            <numerusform>%n Erwähnungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::UnsentPanel</name>
    <message>
        <source>%1, draft: %2</source>
        <translation>%1, Entwurf: %2</translation>
    </message>
    <message>
        <source>%1, not sent: %2</source>
        <translation>%1, nicht gesendet: %2</translation>
    </message>
    <message>
        <source>Written and not sent</source>
        <translation>Geschrieben und nicht gesendet</translation>
    </message>
    <message numerus="yes">
        <source>Written and not sent: %n</source>
        <translation>
            <numerusform>Geschrieben und nicht gesendet: %n</numerusform>
            <numerusform>Geschrieben und nicht gesendet: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::UploadPanel</name>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Files on their way to the server</source>
        <translation>Dateien auf dem Weg zum Server</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) on their way</source>
        <translation>
            <numerusform>%n Datei unterwegs</numerusform>
            <numerusform>%n Dateien unterwegs</numerusform>
        </translation>
    </message>
    <message>
        <source>All files were sent</source>
        <translation>Alle Dateien wurden gesendet</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be sent</source>
        <translation>
            <numerusform>%n Datei konnte nicht gesendet werden</numerusform>
            <numerusform>%n Dateien konnten nicht gesendet werden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::UploadQueue</name>
    <message>
        <source>There is no such file any more.</source>
        <translation>Diese Datei gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This is a folder. Drop the files that are in it.</source>
        <translation>Dies ist ein Ordner. Legen Sie die darin enthaltenen Dateien ab.</translation>
    </message>
    <message>
        <source>Only PDF, DOCX, Markdown, HTML, text and CSV can be read.</source>
        <translation>Nur PDF, DOCX, Markdown, HTML, Text und CSV können gelesen werden.</translation>
    </message>
    <message>
        <source>You may not read this file.</source>
        <translation>Sie dürfen diese Datei nicht lesen.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Added, though another document has the very same contents</source>
        <translation>Hinzugefügt, obwohl ein anderes Dokument genau denselben Inhalt hat</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>The file has %1; the server takes 100 MB.</source>
        <translation>Die Datei hat %1; der Server nimmt 100 MB an.</translation>
    </message>
</context>
<context>
    <name>parley::console::Urgency</name>
    <message>
        <source>Urgent</source>
        <translation>Dringend</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
</context>
<context>
    <name>parley::console::UsageCard</name>
    <message>
        <source>Tokens a month</source>
        <translation>Token pro Monat</translation>
    </message>
    <message>
        <source>When they are used up, answers are taken from the documents word for word.</source>
        <translation>Sind sie verbraucht, werden Antworten wörtlich aus den Dokumenten übernommen.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>Share of the budget that is used</source>
        <translation>Verbrauchter Anteil des Budgets</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>%1: %2 tokens, at a cost of %3.</source>
        <translation>%1: %2 Token zu Kosten von %3.</translation>
    </message>
    <message>
        <source>%1: %2 requests, %3 tokens read, %4 written, %5</source>
        <translation>%1: %2 Anfragen, %3 Token gelesen, %4 geschrieben, %5</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 (the platform&apos;s)</source>
        <translation>%1 %2 (von der Plattform)</translation>
    </message>
    <message>
        <source>No model is asked: answers are taken from the documents word for word.</source>
        <translation>Kein Modell wird gefragt: Antworten werden wörtlich aus den Dokumenten übernommen.</translation>
    </message>
    <message>
        <source>Asked now, one after the other: %1</source>
        <translation>Derzeit nacheinander gefragt: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::UserBar</name>
    <message>
        <source>Online: cases may be given to me</source>
        <translation>Online: Fälle können mir gegeben werden</translation>
    </message>
    <message>
        <source>Busy: no new cases</source>
        <translation>Beschäftigt: keine neuen Fälle</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>parley::console::UserPage</name>
    <message>
        <source>Platform admin</source>
        <translation>Plattform-Admin</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>Supporter</source>
        <translation>Supporter</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Nobody works here yet</source>
        <translation>Noch arbeitet hier niemand</translation>
    </message>
    <message>
        <source>Supporters answer customers, managers also set up how that is done.</source>
        <translation>Supporter antworten Kunden, Manager richten außerdem ein, wie das geschieht.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 · may not sign in</source>
        <translation>%1 · %2 · darf sich nicht anmelden</translation>
    </message>
    <message>
        <source>%1 is signed out at once and cannot sign in again. Cases in their hands go back to the queue. What they wrote stays, under their name.</source>
        <translation>%1 wird sofort abgemeldet und kann sich nicht wieder anmelden. Eigene Fälle gehen in die Warteschlange zurück. Geschriebenes bleibt unter diesem Namen erhalten.</translation>
    </message>
    <message>
        <source>Supporter: answers customers</source>
        <translation>Supporter: antwortet Kunden</translation>
    </message>
    <message>
        <source>Manager: also sets up agents, knowledge and people</source>
        <translation>Manager: richtet auch Agenten, Wissen und Personen ein</translation>
    </message>
    <message>
        <source>Platform admin: all tenants</source>
        <translation>Plattform-Admin: alle Mandanten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Customers see it when this person answers.</source>
        <translation>Kunden sehen ihn, wenn diese Person antwortet.</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>To sign in with; it cannot be changed later.</source>
        <translation>Für die Anmeldung; kann später nicht geändert werden.</translation>
    </message>
    <message>
        <source>May do</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Another role ends where they are signed in.</source>
        <translation>Eine andere Rolle beendet bestehende Anmeldungen.</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>Darf sich anmelden</translation>
    </message>
    <message>
        <source>May not sign in</source>
        <translation>Darf sich nicht anmelden</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>At least 8 characters, 12 on a server in production. Tell it to them yourself; it ends where they are signed in. Once they have one, leave this empty to keep it.</source>
        <translation>Mindestens 8 Zeichen, 12 auf einem Server im Produktivbetrieb. Teilen Sie es der Person selbst mit; es beendet ihre bestehenden Anmeldungen. Hat sie schon eines, lassen Sie das Feld leer, um es zu behalten.</translation>
    </message>
</context>
<context>
    <name>parley::console::VersionsTab</name>
    <message>
        <source>Parley</source>
        <translation>Parley</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>No versions yet</source>
        <translation>Noch keine Versionen</translation>
    </message>
    <message>
        <source>Every time the agent is saved, what it was is kept here.</source>
        <translation>Bei jedem Speichern des Agenten wird sein bisheriger Stand hier aufbewahrt.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>− as it was then    + as it is now</source>
        <translation>− wie es damals war    + wie es jetzt ist</translation>
    </message>
    <message>
        <source>Roll back to version %1…</source>
        <translation>Auf Version %1 zurücksetzen…</translation>
    </message>
    <message>
        <source>Choose a version to see what has changed since.</source>
        <translation>Wählen Sie eine Version, um zu sehen, was sich seitdem geändert hat.</translation>
    </message>
    <message>
        <source>What has changed since version %1</source>
        <translation>Was sich seit Version %1 geändert hat</translation>
    </message>
    <message>
        <source>Version %1 is the present one</source>
        <translation>Version %1 ist die aktuelle</translation>
    </message>
    <message>
        <source>Nothing differs: the agent is again what it was then.</source>
        <translation>Kein Unterschied: Der Agent ist wieder, wie er damals war.</translation>
    </message>
    <message>
        <source>Choose an older version to see what has changed since.</source>
        <translation>Wählen Sie eine ältere Version, um zu sehen, was sich seitdem geändert hat.</translation>
    </message>
</context>
<context>
    <name>parley::console::WeekEditor</name>
    <message>
        <source>Around the clock</source>
        <translation>Rund um die Uhr</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>A fixed distance from UTC: summer time is not followed.</source>
        <translation>Ein fester Abstand zu UTC: Der Sommerzeit wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Give hours to at least one day, or choose around the clock.</source>
        <translation>Geben Sie für mindestens einen Tag Zeiten an, oder wählen Sie „Rund um die Uhr“.</translation>
    </message>
</context>
<context>
    <name>parley::console::WholeList</name>
    <message>
        <source>Only the first %1 are listed here; the server has more.</source>
        <translation>Hier stehen nur die ersten %1; der Server hat mehr.</translation>
    </message>
</context>
<context>
    <name>parley::console::WidgetDesignerPages</name>
    <message>
        <source>Chat widget</source>
        <translation>Chat-Widget</translation>
    </message>
</context>
<context>
    <name>parley::console::WidgetPage</name>
    <message>
        <source>Save the widget</source>
        <translation>Widget speichern</translation>
    </message>
    <message>
        <source>Open the widget in the browser</source>
        <translation>Widget im Browser öffnen</translation>
    </message>
    <message>
        <source>Copy the widget&apos;s code</source>
        <translation>Code des Widgets kopieren</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Chat widget</source>
        <translation>Chat-Widget</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Header, buttons and launcher. Text and links take shades of it that can be read, in light and dark.</source>
        <translation>Kopfzeile, Schaltflächen und Startknopf. Text und Links nehmen lesbare Töne davon, hell wie dunkel.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Begrüßung</translation>
    </message>
    <message>
        <source>The first thing a customer reads.</source>
        <translation>Das Erste, was ein Kunde liest.</translation>
    </message>
    <message>
        <source>Suggested questions</source>
        <translation>Vorgeschlagene Fragen</translation>
    </message>
    <message>
        <source>One a line; a click asks it.</source>
        <translation>Eine pro Zeile; ein Klick stellt sie.</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>Ecke</translation>
    </message>
    <message>
        <source>Lower right</source>
        <translation>Unten rechts</translation>
    </message>
    <message>
        <source>Lower left</source>
        <translation>Unten links</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of its buttons and hints, where the visitor&apos;s own is not among en, de, es, fr and ar.</source>
        <translation>Für Schaltflächen und Hinweise, wenn die Sprache des Besuchers nicht en, de, es, fr oder ar ist.</translation>
    </message>
    <message>
        <source>Ask for an e-mail address while a person is awaited</source>
        <translation>Beim Warten auf einen Menschen nach einer E-Mail-Adresse fragen</translation>
    </message>
    <message>
        <source>So that the answer reaches customers who have left.</source>
        <translation>Damit die Antwort auch Kunden erreicht, die gegangen sind.</translation>
    </message>
    <message>
        <source>Where it may run</source>
        <translation>Wo es laufen darf</translation>
    </message>
    <message>
        <source>Allowed sites</source>
        <translation>Erlaubte Websites</translation>
    </message>
    <message>
        <source>One a line, exactly as browsers send it, such as https://shop.example. Pages of other sites get no answer. * allows every site.</source>
        <translation>Eine pro Zeile, genau wie Browser sie senden, z. B. https://shop.example. Seiten anderer Websites erhalten keine Antwort. * erlaubt jede Website.</translation>
    </message>
    <message>
        <source>Who is chatting</source>
        <translation>Wer chattet</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Anybody may chat; signed-in customers may be named</source>
        <translation>Alle dürfen chatten; angemeldete Kunden können benannt werden</translation>
    </message>
    <message>
        <source>Signed-in customers only</source>
        <translation>Nur angemeldete Kunden</translation>
    </message>
    <message>
        <source>Your site names a customer by user_id and user_hash, an HMAC-SHA256 made with the identity secret. Without it nobody can see somebody else&apos;s conversations.</source>
        <translation>Ihre Website benennt einen Kunden mit user_id und user_hash, einem mit dem Identitätsgeheimnis gebildeten HMAC-SHA256. Ohne das Geheimnis kann niemand fremde Unterhaltungen sehen.</translation>
    </message>
    <message>
        <source>New identity secret…</source>
        <translation>Neues Identitätsgeheimnis…</translation>
    </message>
    <message>
        <source>Open live preview</source>
        <translation>Live-Vorschau öffnen</translation>
    </message>
    <message>
        <source>Code to embed the widget</source>
        <translation>Code zum Einbetten des Widgets</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>On your site</source>
        <translation>Auf Ihrer Website</translation>
    </message>
    <message>
        <source>Put this before &lt;/body&gt; of every page that shall have the chat.</source>
        <translation>Setzen Sie dies vor &lt;/body&gt; jeder Seite, die den Chat haben soll.</translation>
    </message>
    <message>
        <source>Changes to the widget are not saved.</source>
        <translation>Änderungen am Widget sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Saved. Open pages show it when they are loaded again.</source>
        <translation>Gespeichert. Offene Seiten zeigen es nach dem Neuladen.</translation>
    </message>
    <message>
        <source>The live preview is the real widget and shows what is saved. Save first, or discard.</source>
        <translation>Die Live-Vorschau ist das echte Widget und zeigt, was gespeichert ist. Speichern Sie zuerst, oder verwerfen Sie.</translation>
    </message>
    <message>
        <source>Allow it and open</source>
        <translation>Erlauben und öffnen</translation>
    </message>
    <message>
        <source>The preview could not be opened: another program uses %1 (%2).</source>
        <translation>Die Vorschau konnte nicht geöffnet werden: Ein anderes Programm verwendet %1 (%2).</translation>
    </message>
    <message>
        <source>No browser could be started. Open %1 yourself.</source>
        <translation>Es konnte kein Browser gestartet werden. Öffnen Sie %1 selbst.</translation>
    </message>
    <message>
        <source>Only signed-in customers may chat, and the preview names nobody: it shows the looks, and opening a chat in it is refused.</source>
        <translation>Nur angemeldete Kunden dürfen chatten, und die Vorschau benennt niemanden: Sie zeigt das Aussehen, einen Chat darin zu öffnen wird abgelehnt.</translation>
    </message>
    <message>
        <source>Make a new identity secret?</source>
        <translation>Neues Identitätsgeheimnis erzeugen?</translation>
    </message>
    <message>
        <source>The old one counts no longer: until your site signs with the new one, its signed-in customers are strangers here and do not see their earlier conversations.</source>
        <translation>Das alte gilt dann nicht mehr: Bis Ihre Website mit dem neuen signiert, sind ihre angemeldeten Kunden hier Fremde und sehen ihre früheren Unterhaltungen nicht.</translation>
    </message>
    <message>
        <source>Make a new secret</source>
        <translation>Neues Geheimnis erzeugen</translation>
    </message>
    <message>
        <source>The identity secret</source>
        <translation>Das Identitätsgeheimnis</translation>
    </message>
    <message>
        <source>Keep it now, where only your site&apos;s server can read it: whoever has it can name themselves as any customer. It cannot be shown again.</source>
        <translation>Bewahren Sie es jetzt dort auf, wo nur der Server Ihrer Website es lesen kann: Wer es hat, kann sich als beliebiger Kunde ausgeben. Es kann nicht noch einmal angezeigt werden.</translation>
    </message>
    <message>
        <source>Identity secret</source>
        <translation>Identitätsgeheimnis</translation>
    </message>
    <message>
        <source>The widget answers on allowed sites alone, and the preview comes from this computer (%1), which is not among them. Allowing it lets pages that run on the computer of whoever looks at them chat here, and nothing else; it is taken off the list when you leave this page.</source>
        <translation>Das Widget antwortet nur auf erlaubten Websites, und die Vorschau kommt von diesem Computer (%1), der nicht dazugehört. Wenn Sie ihn erlauben, können Seiten hier chatten, die auf dem Computer des jeweiligen Betrachters laufen, sonst nichts; er wird aus der Liste genommen, wenn Sie diese Seite verlassen.</translation>
    </message>
</context>
<context>
    <name>parley::console::WidgetPreview</name>
    <message>
        <source>About how the chat will look</source>
        <translation>So etwa wird der Chat aussehen</translation>
    </message>
    <message>
        <source>While somebody is awaited, the chat asks for an e-mail address.</source>
        <translation>Während auf jemanden gewartet wird, fragt der Chat nach einer E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>Nachricht schreiben…</translation>
    </message>
</context>
<context>
    <name>parley::console::WidgetRules</name>
    <message>
        <source>A colour is # and six digits or letters to f, such as #1f5fbf.</source>
        <translation>Eine Farbe besteht aus # und sechs Ziffern oder Buchstaben bis f, z. B. #1f5fbf.</translation>
    </message>
    <message>
        <source>A language such as en or de-AT.</source>
        <translation>Eine Sprache wie en oder de-AT.</translation>
    </message>
    <message>
        <source>At most %1 lines; these are %2.</source>
        <translation>Höchstens %1 Zeilen; dies sind %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no origin. It looks like https://shop.example: small letters, no path and no / at its end; or * for every site.</source>
        <translation>„%1“ ist kein Ursprung (Origin). Er sieht aus wie https://shop.example: Kleinbuchstaben, kein Pfad und kein / am Ende; oder * für jede Website.</translation>
    </message>
    <message>
        <source>At most %1 questions; these are %2.</source>
        <translation>Höchstens %1 Fragen; dies sind %2.</translation>
    </message>
    <message>
        <source>A question may have %1 characters.</source>
        <translation>Eine Frage darf %1 Zeichen haben.</translation>
    </message>
</context>
<context>
    <name>parley::console::Words</name>
    <message>
        <source>Upset</source>
        <translation>Verärgert</translation>
    </message>
    <message>
        <source>Pleased</source>
        <translation>Erfreut</translation>
    </message>
    <message>
        <source>Calm</source>
        <translation>Ruhig</translation>
    </message>
    <message>
        <source>Visitor %1</source>
        <translation>Besucher %1</translation>
    </message>
    <message>
        <source>With agents</source>
        <translation>Bei den Agenten</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>With a person</source>
        <translation>Bei einem Menschen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Dringend</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Web form</source>
        <translation>Webformular</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>The customer asked for a person</source>
        <translation>Der Kunde wollte einen Menschen</translation>
    </message>
    <message>
        <source>The agents were not sure enough</source>
        <translation>Die Agenten waren nicht sicher genug</translation>
    </message>
    <message>
        <source>The knowledge has no answer</source>
        <translation>Das Wissen hat keine Antwort</translation>
    </message>
    <message>
        <source>A word that is always for people</source>
        <translation>Ein Wort, das immer für Menschen ist</translation>
    </message>
    <message>
        <source>Something failed</source>
        <translation>Etwas ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>It took too long</source>
        <translation>Es dauerte zu lange</translation>
    </message>
    <message>
        <source>A tool failed</source>
        <translation>Ein Werkzeug ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>A person took it over</source>
        <translation>Ein Mensch hat übernommen</translation>
    </message>
    <message>
        <source>Nobody answered in time</source>
        <translation>Niemand hat rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>Whoever had it left</source>
        <translation>Wer es hatte, ist gegangen</translation>
    </message>
    <message>
        <source>A legal matter</source>
        <translation>Eine rechtliche Angelegenheit</translation>
    </message>
    <message>
        <source>A matter of security</source>
        <translation>Eine Frage der Sicherheit</translation>
    </message>
</context>
</TS>
