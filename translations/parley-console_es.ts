<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>parley::console::AgentPage</name>
    <message>
        <source>version %1</source>
        <translation>versión %1</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agentes</translation>
    </message>
    <message>
        <source>New agent</source>
        <translation>Agente nuevo</translation>
    </message>
    <message>
        <source>No agents yet</source>
        <translation>Aún no hay agentes</translation>
    </message>
    <message>
        <source>An agent answers the questions of one subject. Customers&apos; messages go to the agent that they fit best.</source>
        <translation>Un agente responde a las preguntas de un tema. Los mensajes de los clientes van al agente al que mejor se ajustan.</translation>
    </message>
    <message>
        <source>Its prompt, its examples and all its versions go with it, and nothing brings them back. Messages that were its go to the other agents from now on.</source>
        <translation>Su prompt, sus ejemplos y todas sus versiones se eliminan con él, y nada los recupera. Los mensajes que le correspondían van desde ahora a los demás agentes.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Entorno de pruebas</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>What it is for. Messages are given to the agent whose description and examples they fit best.</source>
        <translation>Para qué sirve. Los mensajes se dan al agente a cuya descripción y ejemplos mejor se ajustan.</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Activado</translation>
    </message>
    <message>
        <source>What it is told</source>
        <translation>Qué se le indica</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Empty: the first of the organisation&apos;s models.</source>
        <translation>Vacío: el primero de los modelos de la organización.</translation>
    </message>
    <message>
        <source>What it may use</source>
        <translation>Qué puede usar</translation>
    </message>
    <message>
        <source>Which messages are its</source>
        <translation>Qué mensajes le corresponden</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Questions as customers ask them, one a line. Ten or more make the choice reliable.</source>
        <translation>Preguntas tal como las hacen los clientes, una por línea. Con diez o más, la elección es fiable.</translation>
    </message>
    <message>
        <source>Intents</source>
        <translation>Intenciones</translation>
    </message>
    <message>
        <source>Names of what customers want, one a line.</source>
        <translation>Nombres de lo que quieren los clientes, uno por línea.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Of two agents that fit equally, the one with more goes first.</source>
        <translation>De dos agentes que se ajustan por igual, va primero el de mayor prioridad.</translation>
    </message>
    <message>
        <source>Confidence threshold</source>
        <translation>Umbral de confianza</translation>
    </message>
    <message>
        <source>Least confidence to answer with; below it a person takes over.</source>
        <translation>Confianza mínima para responder; por debajo se hace cargo una persona.</translation>
    </message>
    <message>
        <source>The organisation&apos;s</source>
        <translation>El de la organización</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Prompt del sistema</translation>
    </message>
    <message>
        <source>Instructions beside those that Parley gives every agent.</source>
        <translation>Instrucciones además de las que Parley da a todos los agentes.</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>From the next message on the agent answers as it did then. What it is now stays in the list, so that you can come back to it.</source>
        <translation>Desde el próximo mensaje, el agente responde como lo hacía entonces. Lo que es ahora queda en la lista, para que pueda volver a ello.</translation>
    </message>
    <message>
        <source>Your changes that are not saved are lost.</source>
        <translation>Sus cambios no guardados se pierden.</translation>
    </message>
    <message>
        <source>The agent is again what it was in version %1.</source>
        <translation>El agente vuelve a ser lo que era en la versión %1.</translation>
    </message>
    <message>
        <source>Roll back to version %1?</source>
        <translation>¿Volver a la versión %1?</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Volver</translation>
    </message>
</context>
<context>
    <name>parley::console::AgentPages</name>
    <message>
        <source>Agents</source>
        <translation>Agentes</translation>
    </message>
    <message>
        <source>Golden questions</source>
        <translation>Preguntas de referencia</translation>
    </message>
</context>
<context>
    <name>parley::console::AgentText</name>
    <message>
        <source>Questions – answers from the documents</source>
        <translation>Preguntas – responde a partir de los documentos</translation>
    </message>
    <message>
        <source>Problems and complaints – answers, or opens a case</source>
        <translation>Problemas y quejas – responde o abre un caso</translation>
    </message>
    <message>
        <source>A customer&apos;s own account – by its tools alone</source>
        <translation>La cuenta propia de un cliente – solo con sus herramientas</translation>
    </message>
    <message>
        <source>Specialist – for the subject its description names</source>
        <translation>Especialista – para el tema que nombra su descripción</translation>
    </message>
    <message>
        <source>Fallback – where no other agent fits</source>
        <translation>Reserva – cuando ningún otro agente se ajusta</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>tipo</translation>
    </message>
    <message>
        <source>description</source>
        <translation>descripción</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>activado</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>prioridad</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modelo</translation>
    </message>
    <message>
        <source>system prompt</source>
        <translation>prompt del sistema</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>herramientas</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>ejemplos</translation>
    </message>
    <message>
        <source>intents</source>
        <translation>intenciones</translation>
    </message>
    <message>
        <source>confidence threshold</source>
        <translation>umbral de confianza</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>Nombre: %1</translation>
    </message>
    <message>
        <source>Kind: %1</source>
        <translation>Tipo: %1</translation>
    </message>
    <message>
        <source>Description: %1</source>
        <translation>Descripción: %1</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Activado</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>Prioridad: %1</translation>
    </message>
    <message>
        <source>Model: the organisation&apos;s</source>
        <translation>Modelo: el de la organización</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modelo: %1</translation>
    </message>
    <message>
        <source>Confidence threshold: %1</source>
        <translation>Umbral de confianza: %1</translation>
    </message>
    <message>
        <source>Confidence threshold: the organisation&apos;s</source>
        <translation>Umbral de confianza: el de la organización</translation>
    </message>
    <message>
        <source>System prompt:</source>
        <translation>Prompt del sistema:</translation>
    </message>
    <message>
        <source>Tools:</source>
        <translation>Herramientas:</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Ejemplos:</translation>
    </message>
    <message>
        <source>Intents:</source>
        <translation>Intenciones:</translation>
    </message>
    <message>
        <source>Rolled back to version %1</source>
        <translation>Se volvió a la versión %1</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Cambios: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::AnalyticsPage</name>
    <message>
        <source>Nothing happened in this period</source>
        <translation>No ocurrió nada en este período</translation>
    </message>
    <message>
        <source>As soon as customers chat, this shows how many the agents answered by themselves, why others went to people, how fast answers came and what they cost.</source>
        <translation>En cuanto los clientes chateen, aquí se verá a cuántos respondieron los agentes por sí solos, por qué otros pasaron a personas, con qué rapidez llegaron las respuestas y cuánto costaron.</translation>
    </message>
    <message>
        <source>Figures of the period</source>
        <translation>Cifras del período</translation>
    </message>
    <message>
        <source>The figures are being counted</source>
        <translation>Se están calculando las cifras</translation>
    </message>
    <message>
        <source>Save the figures as CSV</source>
        <translation>Guardar las cifras como CSV</translation>
    </message>
    <message>
        <source>Save the charts as a picture</source>
        <translation>Guardar los gráficos como imagen</translation>
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
        <translation>Analítica</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>Guardar las cifras</translation>
    </message>
    <message>
        <source>Save the charts</source>
        <translation>Guardar los gráficos</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Answered by the agents</source>
        <translation>Respondidas por los agentes</translation>
    </message>
    <message>
        <source>First reply of the agents</source>
        <translation>Primera respuesta de los agentes</translation>
    </message>
    <message>
        <source>First reply of a person</source>
        <translation>Primera respuesta de una persona</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>Satisfacción</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Estado de ánimo</translation>
    </message>
    <message>
        <source>Remembered answers used</source>
        <translation>Respuestas recordadas usadas</translation>
    </message>
    <message>
        <source>Cost of models</source>
        <translation>Coste de los modelos</translation>
    </message>
    <message>
        <source>Answered by the agents alone, in %</source>
        <translation>Respondidas solo por los agentes, en %</translation>
    </message>
    <message>
        <source>No conversation in this period.</source>
        <translation>Ninguna conversación en este período.</translation>
    </message>
    <message>
        <source>Why people were needed</source>
        <translation>Por qué hicieron falta personas</translation>
    </message>
    <message>
        <source>No conversation went to a person.</source>
        <translation>Ninguna conversación pasó a una persona.</translation>
    </message>
    <message>
        <source>How long the agents take, by channel</source>
        <translation>Cuánto tardan los agentes, por canal</translation>
    </message>
    <message>
        <source>The agents have answered nothing.</source>
        <translation>Los agentes no han respondido nada.</translation>
    </message>
    <message>
        <source>How customers felt</source>
        <translation>Cómo se sintieron los clientes</translation>
    </message>
    <message>
        <source>What it cost and what was saved</source>
        <translation>Cuánto costó y cuánto se ahorró</translation>
    </message>
    <message>
        <source>Nothing was spent: no model was asked, and no answer came from memory.</source>
        <translation>No se gastó nada: no se consultó ningún modelo y ninguna respuesta salió de la memoria.</translation>
    </message>
    <message>
        <source>No customer has given a mark.</source>
        <translation>Ningún cliente ha dado una valoración.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>%1 mensajes</translation>
    </message>
    <message>
        <source>%1 went to people</source>
        <translation>%1 pasaron a personas</translation>
    </message>
    <message>
        <source>95 of 100 within %1</source>
        <translation>95 de cada 100 en menos de %1</translation>
    </message>
    <message>
        <source>to the end of the case %1</source>
        <translation>hasta el final del caso %1</translation>
    </message>
    <message>
        <source>%1 marks of 1 to 5</source>
        <translation>%1 valoraciones de 1 a 5</translation>
    </message>
    <message>
        <source>%1 upset</source>
        <translation>%1 molestos</translation>
    </message>
    <message>
        <source>%1 content</source>
        <translation>%1 contentos</translation>
    </message>
    <message>
        <source>%1 tokens saved, %2 called wrong</source>
        <translation>%1 tokens ahorrados, %2 calificadas de erróneas</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: half within %2, 95 of 100 within %3</source>
        <translation>%1: la mitad en menos de %2, 95 de cada 100 en menos de %3</translation>
    </message>
    <message>
        <source>%1 answered by the agents, %2 taken by people</source>
        <translation>%1 respondidas por los agentes, %2 tomadas por personas</translation>
    </message>
    <message>
        <source>%1 content, %2 neutral, %3 upset</source>
        <translation>%1 contentos, %2 neutrales, %3 molestos</translation>
    </message>
    <message>
        <source>%1 spent, %2 saved</source>
        <translation>%1 gastado, %2 ahorrado</translation>
    </message>
    <message>
        <source>%1 marks</source>
        <translation>%1 valoraciones</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>No se pudo escribir %1: %2</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
</context>
<context>
    <name>parley::console::AnalyticsPages</name>
    <message>
        <source>Analytics</source>
        <translation>Analítica</translation>
    </message>
</context>
<context>
    <name>parley::console::AnsweringPage</name>
    <message>
        <source>Answering</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>When an agent answers</source>
        <translation>Cuándo responde un agente</translation>
    </message>
    <message>
        <source>Confidence threshold</source>
        <translation>Umbral de confianza</translation>
    </message>
    <message>
        <source>Least confidence to answer with; below it a person takes over. An agent&apos;s own goes first.</source>
        <translation>Confianza mínima para responder; por debajo se hace cargo una persona. El umbral propio de un agente tiene preferencia.</translation>
    </message>
    <message>
        <source>Check each sentence of a model</source>
        <translation>Comprobar cada frase de un modelo</translation>
    </message>
    <message>
        <source>What the documents do not bear out is taken out before the customer sees it.</source>
        <translation>Lo que los documentos no respaldan se quita antes de que el cliente lo vea.</translation>
    </message>
    <message>
        <source>Remember customers</source>
        <translation>Recordar a los clientes</translation>
    </message>
    <message>
        <source>What a customer said in earlier conversations is taken into account.</source>
        <translation>Se tiene en cuenta lo que un cliente dijo en conversaciones anteriores.</translation>
    </message>
    <message>
        <source>Most tool calls for one answer</source>
        <translation>Máximo de llamadas a herramientas por respuesta</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Respuesta más larga</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> tokens</translation>
    </message>
    <message>
        <source>What goes to a person at once</source>
        <translation>Qué pasa a una persona de inmediato</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is longer than %2 characters.</source>
        <translation>&quot;%1&quot; tiene más de %2 caracteres.</translation>
    </message>
    <message>
        <source>At most %1 lines; these are %2.</source>
        <translation>Como máximo %1 líneas; aquí hay %2.</translation>
    </message>
    <message>
        <source>Words and phrases</source>
        <translation>Palabras y frases</translation>
    </message>
    <message>
        <source>One a line, in any case and inflection; charge* by its beginning.</source>
        <translation>Una por línea, sin distinguir mayúsculas ni flexión; charge* por su comienzo.</translation>
    </message>
    <message>
        <source>Answers that are used again</source>
        <translation>Respuestas que se vuelven a usar</translation>
    </message>
    <message>
        <source>Keep answers</source>
        <translation>Conservar respuestas</translation>
    </message>
    <message>
        <source>Least likeness</source>
        <translation>Semejanza mínima</translation>
    </message>
    <message>
        <source>Probability that two questions want the same answer, from which on it is given again.</source>
        <translation>Probabilidad de que dos preguntas quieran la misma respuesta, a partir de la cual se da de nuevo.</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Se conservan durante</translation>
    </message>
    <message>
        <source> days</source>
        <translation> días</translation>
    </message>
    <message numerus="yes">
        <source>The confidence is fitted to %n thing(s) your people did with answers.</source>
        <translation>
            <numerusform>La confianza está ajustada a %n acción de sus personas sobre las respuestas.</numerusform>
            <numerusform>La confianza está ajustada a %n acciones de sus personas sobre las respuestas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The confidence is as Parley ships it; it is fitted to your people once they have edited or rejected enough answers (%n so far).</source>
        <translation>
            <numerusform>La confianza es la que trae Parley; se ajustará a sus personas cuando hayan editado o rechazado suficientes respuestas (%n hasta ahora).</numerusform>
            <numerusform>La confianza es la que trae Parley; se ajustará a sus personas cuando hayan editado o rechazado suficientes respuestas (%n hasta ahora).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::ApiClient</name>
    <message>
        <source>You are no longer signed in.</source>
        <translation>Su sesión ya no está iniciada.</translation>
    </message>
    <message>
        <source>%1 could not prove that it is the server it claims to be, so nothing was sent to it.
%2</source>
        <translation>%1 no pudo demostrar que es el servidor que dice ser, así que no se le envió nada.
%2</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 no respondió a tiempo.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>No se puede acceder a %1: %2</translation>
    </message>
    <message>
        <source>What answers at %1 does not speak like a Parley server (status %2).</source>
        <translation>Lo que responde en %1 no se comporta como un servidor de Parley (estado %2).</translation>
    </message>
    <message>
        <source>Something else answers for %1, with a web page. Check the address; or perhaps this network wants you to sign in first: open any page in your browser to see.</source>
        <translation>En lugar de %1 responde otra cosa, con una página web. Compruebe la dirección; o quizá esta red exige iniciar sesión antes: abra cualquier página en el navegador para verlo.</translation>
    </message>
</context>
<context>
    <name>parley::console::ApiClientPage</name>
    <message>
        <source>Machine clients</source>
        <translation>Programas cliente</translation>
    </message>
    <message>
        <source>Add client</source>
        <translation>Añadir programa</translation>
    </message>
    <message>
        <source>No program calls in your name</source>
        <translation>Ningún programa llama en su nombre</translation>
    </message>
    <message>
        <source>A shop, an app or a script signs in with an id and a secret of its own, and may do what you allow it.</source>
        <translation>Una tienda, una aplicación o un script inicia sesión con un id y un secreto propios, y puede hacer lo que usted le permita.</translation>
    </message>
    <message>
        <source>Whatever signs in as &quot;%1&quot; is refused from this moment on. Its secret cannot be had back; another client gets another one.</source>
        <translation>Todo lo que inicie sesión como &quot;%1&quot; se rechaza desde este momento. Su secreto no se puede recuperar; otro programa recibirá uno distinto.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What it is for, such as &quot;Web shop&quot;.</source>
        <translation>Para qué sirve, por ejemplo &quot;Tienda web&quot;.</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Puede</translation>
    </message>
    <message>
        <source>Chat as a customer does</source>
        <translation>Chatear como lo hace un cliente</translation>
    </message>
    <message>
        <source>Read conversations, tickets and settings</source>
        <translation>Leer conversaciones, tickets y configuración</translation>
    </message>
    <message>
        <source>Change settings and knowledge</source>
        <translation>Cambiar la configuración y el conocimiento</translation>
    </message>
    <message>
        <source>Allow it one thing at least.</source>
        <translation>Permítale al menos una cosa.</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>Solicitudes por minuto</translation>
    </message>
    <message>
        <source>More are refused with a time to wait. Once set, it can be changed and not taken away.</source>
        <translation>Las que excedan se rechazan indicando un tiempo de espera. Una vez fijado, se puede cambiar, pero no quitar.</translation>
    </message>
    <message>
        <source>as the server allows everybody</source>
        <translation>lo que el servidor permite a todos</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Id de cliente</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadido</translation>
    </message>
    <message>
        <source>The secret of &quot;%1&quot;</source>
        <translation>El secreto de &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Keep it now, where only the program can read it. The server stores a fingerprint alone and cannot show it again.</source>
        <translation>Guárdelo ahora, donde solo el programa pueda leerlo. El servidor conserva únicamente una huella y no puede volver a mostrarlo.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secreto de cliente</translation>
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
            <numerusform>Vuelva a intentarlo en %n segundo.</numerusform>
            <numerusform>Vuelva a intentarlo en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server refused this (status %1).</source>
        <translation>El servidor rechazó esto (estado %1).</translation>
    </message>
</context>
<context>
    <name>parley::console::ArticleEditor</name>
    <message>
        <source>Add article</source>
        <translation>Añadir artículo</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Artículo nuevo</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>The question it answers, in a customer&apos;s words.</source>
        <translation>La pregunta que responde, en palabras de un cliente.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Markdown. Headings (## like this) keep long articles findable by their parts.</source>
        <translation>Markdown. Con encabezados (## como este), los artículos largos se pueden encontrar por sus partes.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Groups documents in the list; may stay empty.</source>
        <translation>Agrupa los documentos en la lista; puede quedar vacía.</translation>
    </message>
    <message>
        <source>Who may be answered from it</source>
        <translation>A quién se puede responder con él</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Supporters only</source>
        <translation>Solo personas de soporte</translation>
    </message>
    <message>
        <source>Discard the article?</source>
        <translation>¿Descartar el artículo?</translation>
    </message>
    <message>
        <source>What you have written is not saved anywhere.</source>
        <translation>Lo que ha escrito no está guardado en ningún sitio.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>parley::console::AuditColumns</name>
    <message>
        <source>Parley itself</source>
        <translation>El propio Parley</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>De qué</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
</context>
<context>
    <name>parley::console::AuditFilterBar</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>En cualquier momento</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Action, such as team.create</source>
        <translation>Acción, por ejemplo team.create</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>De qué</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>Cualquier cosa</translation>
    </message>
    <message>
        <source>Id of what was changed</source>
        <translation>Id de lo que se cambió</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Últimas 24 horas</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
</context>
<context>
    <name>parley::console::AuditPage</name>
    <message>
        <source>What was done</source>
        <translation>Qué se hizo</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Exportar como CSV…</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Aún no se ha cambiado nada</translation>
    </message>
    <message>
        <source>Nothing was done like that</source>
        <translation>No se ha hecho nada así</translation>
    </message>
    <message>
        <source>Whatever people change here, and what Parley changes by itself, is noted with who, when and what it was before.</source>
        <translation>Todo lo que las personas cambian aquí, y lo que Parley cambia por sí mismo, se anota con quién, cuándo y cómo era antes.</translation>
    </message>
    <message>
        <source>Take a filter away to see more.</source>
        <translation>Quite un filtro para ver más.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Export what was done</source>
        <translation>Exportar lo que se hizo</translation>
    </message>
    <message>
        <source>audit.csv</source>
        <translation>audit.csv</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) exported: those that the list has read.</source>
        <translation>
            <numerusform>%n entrada exportada: las que la lista ha leído.</numerusform>
            <numerusform>%n entradas exportadas: las que la lista ha leído.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::AuditPanel</name>
    <message>
        <source>Nothing is kept of what it was before and after.</source>
        <translation>No se conserva nada de cómo era antes y después.</translation>
    </message>
    <message>
        <source>Only what changed</source>
        <translation>Solo lo que cambió</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Antes y después</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Por %1</translation>
    </message>
    <message>
        <source>Object %1</source>
        <translation>Objeto %1</translation>
    </message>
    <message>
        <source>From the address %1</source>
        <translation>Desde la dirección %1</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>Solicitud %1</translation>
    </message>
</context>
<context>
    <name>parley::console::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>parley::console::CachePage</name>
    <message>
        <source>Agents</source>
        <translation>Agentes</translation>
    </message>
    <message>
        <source>Supporter</source>
        <translation>Persona de soporte</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Respondida por</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Usos</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Válida hasta</translation>
    </message>
    <message>
        <source>Find a remembered answer</source>
        <translation>Buscar una respuesta recordada</translation>
    </message>
    <message>
        <source>Nothing is remembered</source>
        <translation>No hay nada recordado</translation>
    </message>
    <message>
        <source>Good answers of agents, and what supporters answered, are kept for a while and given again at once to who asks the same.</source>
        <translation>Las buenas respuestas de los agentes, y lo que respondieron las personas de soporte, se conservan un tiempo y se dan de nuevo al instante a quien pregunte lo mismo.</translation>
    </message>
    <message>
        <source>Remembered answers</source>
        <translation>Respuestas recordadas</translation>
    </message>
    <message>
        <source>Find in questions and answers</source>
        <translation>Buscar en preguntas y respuestas</translation>
    </message>
    <message>
        <source>Forget all…</source>
        <translation>Olvidar todas…</translation>
    </message>
    <message>
        <source>No answer is chosen</source>
        <translation>No se ha elegido ninguna respuesta</translation>
    </message>
    <message>
        <source>Choose one to see where it comes from.</source>
        <translation>Elija una para ver de dónde procede.</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>La respuesta</translation>
    </message>
    <message>
        <source>Documents it was made from</source>
        <translation>Documentos de los que se obtuvo</translation>
    </message>
    <message>
        <source>Forget this answer</source>
        <translation>Olvidar esta respuesta</translation>
    </message>
    <message>
        <source>Made from (Enter opens the document)</source>
        <translation>Obtenida de (Intro abre el documento)</translation>
    </message>
    <message>
        <source>Used %1 times, %2 of them called wrong · %3 tokens and %4 of computing saved</source>
        <translation>Usada %1 veces, %2 de ellas calificada de errónea · %3 tokens y %4 de cómputo ahorrados</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n vez</numerusform>
            <numerusform>%n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Último uso</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Ahorrado</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creada</translation>
    </message>
    <message>
        <source>A document</source>
        <translation>Un documento</translation>
    </message>
    <message>
        <source>A document that is no longer there</source>
        <translation>Un documento que ya no existe</translation>
    </message>
    <message>
        <source>Forgotten. The agents answer this question anew.</source>
        <translation>Olvidada. Los agentes responderán de nuevo a esta pregunta.</translation>
    </message>
    <message>
        <source>Forget all remembered answers?</source>
        <translation>¿Olvidar todas las respuestas recordadas?</translation>
    </message>
    <message>
        <source>Also what supporters have answered goes from here. Every question is answered anew by the agents, which takes longer and costs tokens, until the answers are remembered again.</source>
        <translation>También se pierde aquí lo que han respondido las personas de soporte. Los agentes responderán de nuevo a cada pregunta, lo que tarda más y cuesta tokens, hasta que las respuestas vuelvan a recordarse.</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>Olvidar todas</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) forgotten.</source>
        <translation>
            <numerusform>%n respuesta olvidada.</numerusform>
            <numerusform>%n respuestas olvidadas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::CannedList</name>
    <message>
        <source>Canned responses</source>
        <translation>Respuestas predefinidas</translation>
    </message>
    <message>
        <source>No canned response matches. An administrator adds them under &quot;Canned responses&quot;.</source>
        <translation>Ninguna respuesta predefinida coincide. Un administrador las añade en &quot;Respuestas predefinidas&quot;.</translation>
    </message>
</context>
<context>
    <name>parley::console::CannedPage</name>
    <message>
        <source>Canned responses</source>
        <translation>Respuestas predefinidas</translation>
    </message>
    <message>
        <source>Add text</source>
        <translation>Añadir texto</translation>
    </message>
    <message>
        <source>No texts yet</source>
        <translation>Aún no hay textos</translation>
    </message>
    <message>
        <source>What you write again and again goes here once. In a chat, &quot;/&quot; and its shortcut put it into your answer.</source>
        <translation>Lo que escribe una y otra vez se guarda aquí una sola vez. En un chat, &quot;/&quot; y su atajo lo insertan en su respuesta.</translation>
    </message>
    <message>
        <source>Nobody can send /%1 any more. Messages that were sent stay as they are.</source>
        <translation>Ya nadie podrá enviar /%1. Los mensajes enviados quedan como están.</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Atajo</translation>
    </message>
    <message>
        <source>Typed after &quot;/&quot; in a chat.</source>
        <translation>Se escribe después de &quot;/&quot; en un chat.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>What the list of texts shows.</source>
        <translation>Lo que muestra la lista de textos.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>{{customer.name}}, {{customer.email}}, {{supporter.name}} and {{ticket.reference}} are filled in when it is put into an answer.</source>
        <translation>{{customer.name}}, {{customer.email}}, {{supporter.name}} y {{ticket.reference}} se completan al insertarlo en una respuesta.</translation>
    </message>
    <message>
        <source>As it will read</source>
        <translation>Cómo se leerá</translation>
    </message>
    <message>
        <source>Ana Example</source>
        <translation>Ana Ejemplo</translation>
    </message>
    <message>
        <source>Sam Supporter</source>
        <translation>Sam Soporte</translation>
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
        <translation>El caso</translation>
    </message>
    <message>
        <source>Why it came to a person</source>
        <translation>Por qué llegó a una persona</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>Qué se preguntó</translation>
    </message>
    <message>
        <source>What the agents would have answered</source>
        <translation>Qué habrían respondido los agentes</translation>
    </message>
    <message>
        <source>Put it into the answer (Ctrl+D)</source>
        <translation>Insertarlo en la respuesta (Ctrl+D)</translation>
    </message>
    <message>
        <source>What was found for it</source>
        <translation>Qué se encontró para ello</translation>
    </message>
    <message>
        <source>The customer&apos;s mood</source>
        <translation>Estado de ánimo del cliente</translation>
    </message>
    <message>
        <source>Promised first answer</source>
        <translation>Primera respuesta prometida</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Etiquetas, separadas por comas</translation>
    </message>
    <message>
        <source>None. Write them with commas between.</source>
        <translation>Ninguna. Escríbalas separadas por comas.</translation>
    </message>
    <message>
        <source>Other conversations of this customer</source>
        <translation>Otras conversaciones de este cliente</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>El cliente</translation>
    </message>
    <message>
        <source>Why did it say that?</source>
        <translation>¿Por qué dijo eso?</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Ahora: %1</translation>
    </message>
    <message>
        <source>Confidence %1 %</source>
        <translation>Confianza %1 %</translation>
    </message>
    <message>
        <source>Last answer: %1</source>
        <translation>Última respuesta: %1</translation>
    </message>
    <message>
        <source>Missed: it was due %1</source>
        <translation>Incumplida: venció %1</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Vence %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Con %1</translation>
    </message>
</context>
<context>
    <name>parley::console::CaseWords</name>
    <message>
        <source>The customer asked for a person.</source>
        <translation>El cliente pidió hablar con una persona.</translation>
    </message>
    <message>
        <source>The agents were not sure enough of their answer.</source>
        <translation>Los agentes no estaban lo bastante seguros de su respuesta.</translation>
    </message>
    <message>
        <source>The knowledge base has no answer to this.</source>
        <translation>La base de conocimiento no tiene respuesta para esto.</translation>
    </message>
    <message>
        <source>The customer used a word that goes to people at once.</source>
        <translation>El cliente usó una palabra que pasa a personas de inmediato.</translation>
    </message>
    <message>
        <source>Something failed while the agents answered.</source>
        <translation>Algo falló mientras respondían los agentes.</translation>
    </message>
    <message>
        <source>A tool that the answer needed failed.</source>
        <translation>Falló una herramienta que la respuesta necesitaba.</translation>
    </message>
    <message>
        <source>The agents did not answer in time.</source>
        <translation>Los agentes no respondieron a tiempo.</translation>
    </message>
    <message>
        <source>A colleague took the conversation over.</source>
        <translation>Un colega se hizo cargo de la conversación.</translation>
    </message>
    <message>
        <source>Whoever took the case did not answer in time.</source>
        <translation>Quien tomó el caso no respondió a tiempo.</translation>
    </message>
    <message>
        <source>Whoever had the case went away.</source>
        <translation>Quien tenía el caso se ausentó.</translation>
    </message>
    <message>
        <source>It may be about danger to somebody.</source>
        <translation>Puede tratarse de un peligro para alguien.</translation>
    </message>
    <message>
        <source>It is about deleting an account or personal data.</source>
        <translation>Se trata de eliminar una cuenta o datos personales.</translation>
    </message>
    <message>
        <source>It is a legal matter.</source>
        <translation>Es un asunto legal.</translation>
    </message>
    <message>
        <source>It is about a break-in, a leak or fraud.</source>
        <translation>Se trata de una intrusión, una filtración o un fraude.</translation>
    </message>
    <message>
        <source>Press or media are asking.</source>
        <translation>Pregunta la prensa u otro medio.</translation>
    </message>
    <message>
        <source>It is about money back or compensation.</source>
        <translation>Se trata de un reembolso o una compensación.</translation>
    </message>
    <message>
        <source>A charge or an invoice is disputed.</source>
        <translation>Se disputa un cargo o una factura.</translation>
    </message>
    <message>
        <source>It is about whose account this is, or access to it.</source>
        <translation>Se trata de a quién pertenece esta cuenta o del acceso a ella.</translation>
    </message>
    <message>
        <source>A discount or a quote is asked for.</source>
        <translation>Se pide un descuento o un presupuesto.</translation>
    </message>
    <message>
        <source>Data are lost.</source>
        <translation>Se han perdido datos.</translation>
    </message>
    <message>
        <source>An outage or a critical fault is reported.</source>
        <translation>Se informa de una interrupción o un fallo crítico.</translation>
    </message>
    <message>
        <source>The customer is about to leave.</source>
        <translation>El cliente está a punto de irse.</translation>
    </message>
    <message>
        <source>The customer is angry, or writes again and again.</source>
        <translation>El cliente está enfadado o escribe una y otra vez.</translation>
    </message>
    <message>
        <source>Passage speaks of the question</source>
        <translation>El pasaje trata de la pregunta</translation>
    </message>
    <message>
        <source>One sentence says it</source>
        <translation>Una frase lo dice</translation>
    </message>
    <message>
        <source>Answer speaks of the question</source>
        <translation>La respuesta trata de la pregunta</translation>
    </message>
    <message>
        <source>Title is the question</source>
        <translation>El título es la pregunta</translation>
    </message>
    <message>
        <source>Words nobody wrote about</source>
        <translation>Palabras sobre las que nadie escribió</translation>
    </message>
    <message>
        <source>Ahead of other documents</source>
        <translation>Por delante de otros documentos</translation>
    </message>
    <message>
        <source>Amount or time that was asked for</source>
        <translation>Importe o plazo que se preguntaba</translation>
    </message>
    <message>
        <source>Very short question</source>
        <translation>Pregunta muy corta</translation>
    </message>
    <message>
        <source>Important word is missing</source>
        <translation>Falta una palabra importante</translation>
    </message>
    <message>
        <source>Best sentence stands out</source>
        <translation>La mejor frase destaca</translation>
    </message>
    <message>
        <source>Names something else</source>
        <translation>Nombra otra cosa</translation>
    </message>
    <message>
        <source>Title is about something else</source>
        <translation>El título trata de otra cosa</translation>
    </message>
    <message>
        <source>Word missing, under another title</source>
        <translation>Falta una palabra, bajo otro título</translation>
    </message>
    <message>
        <source>Outside what is answered here</source>
        <translation>Fuera de lo que se responde aquí</translation>
    </message>
    <message>
        <source>Unclear whose question it is</source>
        <translation>No está claro de quién es la pregunta</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respondida</translation>
    </message>
    <message>
        <source>Not answered yet</source>
        <translation>Aún sin responder</translation>
    </message>
    <message>
        <source>Waits for a person</source>
        <translation>Espera a una persona</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resuelta</translation>
    </message>
</context>
<context>
    <name>parley::console::ChainView</name>
    <message>
        <source>Steps of the turn</source>
        <translation>Pasos del turno</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3, %4</source>
        <translation>Paso %1 de %2: %3, %4</translation>
    </message>
</context>
<context>
    <name>parley::console::ChannelEditor</name>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>New channel</source>
        <translation>Canal nuevo</translation>
    </message>
    <message>
        <source>No channel yet</source>
        <translation>Aún no hay canales</translation>
    </message>
    <message>
        <source>A channel is a way by which customers write: the chat on your site, a form, your own programs.</source>
        <translation>Un canal es una vía por la que escriben los clientes: el chat de su sitio, un formulario o sus propios programas.</translation>
    </message>
    <message>
        <source>Its settings and its own words go with it, and its address takes nothing any more. What came in by it stays: conversations, cases and customers.</source>
        <translation>Se pierden su configuración y sus textos propios, y su dirección ya no acepta nada. Lo que entró por él se queda: conversaciones, casos y clientes.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>What it says by itself</source>
        <translation>Sus textos automáticos</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>For your people alone; customers do not see it.</source>
        <translation>Solo para su personal; los clientes no lo ven.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Desactivar…</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Nothing is taken in by it until it is turned on again; whoever tries is told so. What came in before is answered as always.</source>
        <translation>No acepta nada hasta que se active de nuevo; a quien lo intente se le dice. Lo que entró antes se responde como siempre.</translation>
    </message>
    <message>
        <source>Turn off &quot;%1&quot;?</source>
        <translation>¿Desactivar &quot;%1&quot;?</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>%1 is on.</source>
        <translation>%1 está activado.</translation>
    </message>
    <message>
        <source>%1 is off.</source>
        <translation>%1 está desactivado.</translation>
    </message>
</context>
<context>
    <name>parley::console::ChannelKinds</name>
    <message>
        <source>Empty: Parley&apos;s own words, in the customer&apos;s language where it has them.</source>
        <translation>Vacío: el texto propio de Parley, en el idioma del cliente cuando lo tiene.</translation>
    </message>
    <message>
        <source>May stand in it: %1</source>
        <translation>Puede contener: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::ChannelSummary</name>
    <message numerus="yes">
        <source>%n message(s) in 24 h</source>
        <translation>
            <numerusform>%n mensaje en 24 h</numerusform>
            <numerusform>%n mensajes en 24 h</numerusform>
        </translation>
    </message>
    <message>
        <source>Conversations, 24 h</source>
        <translation>Conversaciones, 24 h</translation>
    </message>
    <message>
        <source>Time to answer, 24 h</source>
        <translation>Tiempo de respuesta, 24 h</translation>
    </message>
    <message>
        <source>Given to people, 24 h</source>
        <translation>Pasadas a personas, 24 h</translation>
    </message>
    <message>
        <source>Mood, 24 h</source>
        <translation>Estado de ánimo, 24 h</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activado</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>nobody has written yet</source>
        <translation>aún no ha escrito nadie</translation>
    </message>
    <message>
        <source>last message %1</source>
        <translation>último mensaje: %1</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>aún sin respuesta</translation>
    </message>
    <message>
        <source>of its conversations</source>
        <translation>de sus conversaciones</translation>
    </message>
    <message>
        <source>%1 on average, from −1 to 1</source>
        <translation>%1 de media, de −1 a 1</translation>
    </message>
    <message>
        <source>for half of them; 95 of 100 within %1</source>
        <translation>para la mitad; 95 de 100 en %1</translation>
    </message>
    <message>
        <source>%1 in 24 h</source>
        <translation>%1 en 24 h</translation>
    </message>
</context>
<context>
    <name>parley::console::ChannelWays</name>
    <message>
        <source>Address of the form</source>
        <translation>Dirección del formulario</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Code that puts the form into a page</source>
        <translation>Código que pone el formulario en una página</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Copiar el código</translation>
    </message>
    <message>
        <source>How the chat looks, where it may run and the code for your site stand on a page of their own.</source>
        <translation>El aspecto del chat, dónde puede funcionar y el código para su sitio están en una página propia.</translation>
    </message>
    <message>
        <source>Chat widget</source>
        <translation>Widget de chat</translation>
    </message>
    <message>
        <source>Programs write here. Each signs in as a machine client, with an id and a secret of its own.</source>
        <translation>Por aquí escriben programas. Cada uno inicia sesión como programa cliente, con su propio identificador y su propio secreto.</translation>
    </message>
    <message>
        <source>Machine clients</source>
        <translation>Programas cliente</translation>
    </message>
    <message>
        <source>Link to this page, from your site or from letters. Whoever fills it in gets a number and a page that says how far it is.</source>
        <translation>Enlace a esta página desde su sitio o desde sus cartas. Quien la rellena recibe un número y una página que dice cómo va.</translation>
    </message>
    <message>
        <source>Open the form</source>
        <translation>Abrir el formulario</translation>
    </message>
    <message>
        <source>In a page of your own, on one of the sites that the chat widget may run on:</source>
        <translation>En una página propia, en uno de los sitios en los que puede funcionar el widget de chat:</translation>
    </message>
</context>
<context>
    <name>parley::console::ChannelsPage</name>
    <message>
        <source>This server has no channels to set up</source>
        <translation>Este servidor no tiene canales que configurar</translation>
    </message>
    <message>
        <source>It is older than this console. The chat, the contact form and the machine clients work as they did; once the server is updated, each can be looked at, turned off and worded here.</source>
        <translation>Es más antiguo que esta consola. El chat, el formulario de contacto y los programas cliente funcionan como antes; cuando se actualice el servidor, aquí se podrán ver, desactivar y redactar.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
</context>
<context>
    <name>parley::console::Charts</name>
    <message>
        <source>Answered by the agents</source>
        <translation>Respondidas por los agentes</translation>
    </message>
    <message>
        <source>Taken by people</source>
        <translation>Tomadas por personas</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contentos</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Neutrales</translation>
    </message>
    <message>
        <source>Upset</source>
        <translation>Molestos</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Gastado</translation>
    </message>
    <message>
        <source>Saved by remembered answers</source>
        <translation>Ahorrado con respuestas recordadas</translation>
    </message>
    <message>
        <source>Tokens used</source>
        <translation>Tokens usados</translation>
    </message>
    <message>
        <source>Tokens saved by remembered answers</source>
        <translation>Tokens ahorrados con respuestas recordadas</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Half within</source>
        <translation>La mitad en menos de</translation>
    </message>
    <message>
        <source>95 of 100 within</source>
        <translation>95 de cada 100 en menos de</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
</context>
<context>
    <name>parley::console::ChatTabs</name>
    <message>
        <source>Open chats</source>
        <translation>Chats abiertos</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Close the chat</source>
        <translation>Cerrar el chat</translation>
    </message>
    <message>
        <source>Close the chat (Ctrl+W)</source>
        <translation>Cerrar el chat (Ctrl+W)</translation>
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
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose the colour</source>
        <translation>Elegir el color</translation>
    </message>
    <message>
        <source>The colour as #rrggbb</source>
        <translation>El color como #rrggbb</translation>
    </message>
    <message>
        <source>Hard to see on a white page: %1 to 1, and 3 to 1 is the least. The widget writes on it in black, and uses a darker shade for links.</source>
        <translation>Difícil de ver en una página blanca: %1 a 1, y el mínimo es 3 a 1. El widget escribe sobre él en negro y usa un tono más oscuro para los enlaces.</translation>
    </message>
    <message>
        <source>white</source>
        <translation>blanco</translation>
    </message>
    <message>
        <source>black</source>
        <translation>negro</translation>
    </message>
    <message>
        <source>Good: %1 text on it has %2 to 1.</source>
        <translation>Bien: el texto %1 sobre él tiene %2 a 1.</translation>
    </message>
    <message>
        <source>%1 text on it has %2 to 1; links get a darker shade of it.</source>
        <translation>El texto %1 sobre él tiene %2 a 1; los enlaces llevan un tono más oscuro.</translation>
    </message>
</context>
<context>
    <name>parley::console::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>¿Qué desea hacer?</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter runs, Esc closes.</source>
        <translation>Arriba y Abajo eligen, Intro ejecuta, Esc cierra.</translation>
    </message>
</context>
<context>
    <name>parley::console::Composer</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Canned</source>
        <translation>Predefinida</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Su respuesta</translation>
    </message>
    <message>
        <source>A note for colleagues, which the customer never sees (Ctrl+Shift+N)</source>
        <translation>Una nota para colegas, que el cliente nunca ve (Ctrl+Mayús+N)</translation>
    </message>
    <message>
        <source>Canned responses (Ctrl+/, or / at the beginning of a line)</source>
        <translation>Respuestas predefinidas (Ctrl+/, o / al comienzo de una línea)</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>Su nota</translation>
    </message>
    <message>
        <source>Write to the customer … Enter sends, Shift+Enter begins a line</source>
        <translation>Escriba al cliente … Intro envía, Mayús+Intro empieza una línea</translation>
    </message>
    <message>
        <source>Write to the customer … Ctrl+Enter sends</source>
        <translation>Escriba al cliente … Ctrl+Intro envía</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Guardar nota</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>Escriba algo primero.</translation>
    </message>
    <message>
        <source>The agents have no draft for this.</source>
        <translation>Los agentes no tienen ningún borrador para esto.</translation>
    </message>
    <message>
        <source>Put in what the agents would have answered (Ctrl+D; Ctrl+Shift+D replaces)</source>
        <translation>Insertar lo que habrían respondido los agentes (Ctrl+D; Ctrl+Mayús+D reemplaza)</translation>
    </message>
    <message>
        <source>Nothing is sent until it fits: a message can have %1 characters.</source>
        <translation>No se envía nada hasta que quepa: un mensaje puede tener %1 caracteres.</translation>
    </message>
    <message>
        <source>Write a note for colleagues … @ names one of them</source>
        <translation>Escriba una nota para colegas … @ nombra a uno de ellos</translation>
    </message>
</context>
<context>
    <name>parley::console::Confirmation</name>
    <message>
        <source>Type &quot;%1&quot; to go on:</source>
        <translation>Escriba &quot;%1&quot; para continuar:</translation>
    </message>
    <message>
        <source>This link is not opened</source>
        <translation>Este enlace no se abre</translation>
    </message>
    <message>
        <source>Only web and e-mail addresses are opened, and this is neither:</source>
        <translation>Solo se abren direcciones web y de correo electrónico, y esta no es ninguna de las dos:</translation>
    </message>
    <message>
        <source>Open this address?</source>
        <translation>¿Abrir esta dirección?</translation>
    </message>
    <message>
        <source>A message in the conversation leads here:</source>
        <translation>Un mensaje de la conversación lleva aquí:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>The site is %1.</source>
        <translation>El sitio es %1.</translation>
    </message>
    <message>
        <source>What stands before the @ is no part of its name.</source>
        <translation>Lo que está antes de la @ no forma parte de su nombre.</translation>
    </message>
    <message>
        <source>Its name has letters that can look like those of another site: %1.</source>
        <translation>Su nombre tiene letras que pueden parecerse a las de otro sitio: %1.</translation>
    </message>
</context>
<context>
    <name>parley::console::ConnectionBar</name>
    <message>
        <source>No connection to %1 since %2. You see what was read before; what you write is kept until it can be sent.</source>
        <translation>Sin conexión con %1 desde %2. Ve lo que se leyó antes; lo que escriba se conserva hasta que se pueda enviar.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 ahead of the server&apos;s. Waiting times are counted by the server&apos;s.</source>
        <translation>El reloj de este dispositivo está adelantado %1 respecto al del servidor. Los tiempos de espera se cuentan según el del servidor.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 behind the server&apos;s. Waiting times are counted by the server&apos;s.</source>
        <translation>El reloj de este dispositivo está atrasado %1 respecto al del servidor. Los tiempos de espera se cuentan según el del servidor.</translation>
    </message>
    <message>
        <source>%1 was changed: it speaks protocol %2 now and this console %3. Install the console that belongs to it; what you write is kept until then.</source>
        <translation>%1 ha cambiado: ahora usa el protocolo %2 y esta consola el %3. Instale la consola que le corresponde; lo que escriba se conserva hasta entonces.</translation>
    </message>
</context>
<context>
    <name>parley::console::Console</name>
    <message>
        <source>The disk of this computer is full or cannot be written. What you read and write here is lost when Parley is closed, unless it was sent.</source>
        <translation>El disco de este equipo está lleno o no se puede escribir en él. Lo que lea y escriba aquí se pierde al cerrar Parley, salvo que se haya enviado.</translation>
    </message>
</context>
<context>
    <name>parley::console::ContributionBars</name>
    <message>
        <source>What made the confidence</source>
        <translation>Qué determinó la confianza</translation>
    </message>
    <message>
        <source>Where it starts: %1</source>
        <translation>De dónde parte: %1</translation>
    </message>
    <message>
        <source>Where it starts</source>
        <translation>De dónde parte</translation>
    </message>
</context>
<context>
    <name>parley::console::ConversationActions</name>
    <message>
        <source>Take over</source>
        <translation>Hacerse cargo</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Transferir…</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>Resolver…</translation>
    </message>
    <message>
        <source>Undo the resolution</source>
        <translation>Deshacer la resolución</translation>
    </message>
    <message>
        <source>You answer from now on</source>
        <translation>Desde ahora responde usted</translation>
    </message>
    <message>
        <source>The agents answer from now on</source>
        <translation>Desde ahora responden los agentes</translation>
    </message>
    <message>
        <source>Give it to a colleague or a team</source>
        <translation>Dársela a un colega o a un equipo</translation>
    </message>
    <message>
        <source>Answer, and end the case</source>
        <translation>Responder y terminar el caso</translation>
    </message>
    <message>
        <source>Take back the resolution, what it taught and what the customer has not read</source>
        <translation>Retirar la resolución, lo que enseñó y lo que el cliente no ha leído</translation>
    </message>
    <message>
        <source>Nothing was resolved here in the last ten minutes.</source>
        <translation>Aquí no se ha resuelto nada en los últimos diez minutos.</translation>
    </message>
    <message>
        <source>You have the conversation.</source>
        <translation>Usted tiene la conversación.</translation>
    </message>
    <message>
        <source>Take it from %1?</source>
        <translation>¿Quitársela a %1?</translation>
    </message>
    <message>
        <source>%1 is answering this conversation, and cannot go on then.</source>
        <translation>%1 está respondiendo a esta conversación y no podrá continuar.</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Hacerme cargo</translation>
    </message>
    <message>
        <source>The agents have the conversation.</source>
        <translation>Los agentes tienen la conversación.</translation>
    </message>
    <message>
        <source>%1 has the conversation.</source>
        <translation>%1 tiene la conversación.</translation>
    </message>
    <message>
        <source>The tags are saved.</source>
        <translation>Las etiquetas se han guardado.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>The case is resolved.</source>
        <translation>El caso está resuelto.</translation>
    </message>
    <message>
        <source>The resolution is taken back, and so is the answer.</source>
        <translation>Se ha retirado la resolución, y también la respuesta.</translation>
    </message>
    <message>
        <source>The resolution is taken back. The customer has read the answer.</source>
        <translation>Se ha retirado la resolución. El cliente ha leído la respuesta.</translation>
    </message>
</context>
<context>
    <name>parley::console::ConversationHeader</name>
    <message>
        <source>With the agents</source>
        <translation>Con los agentes</translation>
    </message>
    <message>
        <source>Waits for a person</source>
        <translation>Espera a una persona</translation>
    </message>
    <message>
        <source>With a person</source>
        <translation>Con una persona</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrada</translation>
    </message>
    <message>
        <source>Web chat</source>
        <translation>Chat web</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Web form</source>
        <translation>Formulario web</translation>
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
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>No verificado</translation>
    </message>
    <message>
        <source>The customer has proved who it is.</source>
        <translation>El cliente ha demostrado quién es.</translation>
    </message>
    <message>
        <source>The customer says who it is, and has not proved it.</source>
        <translation>El cliente dice quién es, pero no lo ha demostrado.</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>con %1</translation>
    </message>
</context>
<context>
    <name>parley::console::ConversationRules</name>
    <message>
        <source>It is still being read.</source>
        <translation>Todavía se está leyendo.</translation>
    </message>
    <message>
        <source>Not connected. It can be done when the server is back.</source>
        <translation>Sin conexión. Podrá hacerse cuando el servidor vuelva.</translation>
    </message>
    <message>
        <source>You may read here, not answer.</source>
        <translation>Aquí puede leer, pero no responder.</translation>
    </message>
    <message>
        <source>%1 has this conversation.</source>
        <translation>%1 tiene esta conversación.</translation>
    </message>
    <message>
        <source>You have it already.</source>
        <translation>Ya la tiene usted.</translation>
    </message>
    <message>
        <source>It is closed. It opens when the customer writes again.</source>
        <translation>Está cerrada. Se abrirá cuando el cliente vuelva a escribir.</translation>
    </message>
    <message>
        <source>The agents have it already.</source>
        <translation>Ya la tienen los agentes.</translation>
    </message>
    <message>
        <source>It is resolved already.</source>
        <translation>Ya está resuelta.</translation>
    </message>
    <message>
        <source>It is closed: only notes can be written.</source>
        <translation>Está cerrada: solo se pueden escribir notas.</translation>
    </message>
    <message>
        <source>%1 has this conversation: only notes can be written.</source>
        <translation>%1 tiene esta conversación: solo se pueden escribir notas.</translation>
    </message>
    <message>
        <source>Take it over to write to the customer.</source>
        <translation>Hágase cargo para escribir al cliente.</translation>
    </message>
    <message>
        <source>Not connected. What you write is kept; it can be sent when the server is back.</source>
        <translation>Sin conexión. Lo que escriba se conserva; podrá enviarse cuando el servidor vuelva.</translation>
    </message>
</context>
<context>
    <name>parley::console::ConversationView</name>
    <message>
        <source>Show or hide the case</source>
        <translation>Mostrar u ocultar el caso</translation>
    </message>
    <message>
        <source>Put the agents&apos; draft into the answer</source>
        <translation>Insertar el borrador de los agentes en la respuesta</translation>
    </message>
    <message>
        <source>Replace the answer by the agents&apos; draft</source>
        <translation>Reemplazar la respuesta por el borrador de los agentes</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Respuestas predefinidas</translation>
    </message>
    <message>
        <source>Note for colleagues, or answer</source>
        <translation>Nota para colegas o respuesta</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>Read the messages</source>
        <translation>Leer los mensajes</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>Al mensaje más reciente</translation>
    </message>
    <message>
        <source>This conversation is not there any more.</source>
        <translation>Esta conversación ya no existe.</translation>
    </message>
    <message>
        <source>%1 is writing…</source>
        <translation>%1 está escribiendo…</translation>
    </message>
    <message>
        <source>Not connected. This is the conversation as it was %1.</source>
        <translation>Sin conexión. Esta es la conversación tal como estaba %1.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Source %1: %2</source>
        <translation>Fuente %1: %2</translation>
    </message>
    <message>
        <source>Why did it say that?</source>
        <translation>¿Por qué dijo eso?</translation>
    </message>
    <message>
        <source>The trace of this answer is no longer kept.</source>
        <translation>La traza de esta respuesta ya no se conserva.</translation>
    </message>
    <message>
        <source>The customer wrote while you did. Your text is below: read what came, and press Enter again to send it.</source>
        <translation>El cliente escribió mientras usted escribía. Su texto está abajo: lea lo que llegó y vuelva a pulsar Intro para enviarlo.</translation>
    </message>
    <message>
        <source>Enter sends</source>
        <translation>Intro envía</translation>
    </message>
    <message>
        <source>%1 has this conversation now. What you have written here is kept.</source>
        <translation>%1 tiene ahora esta conversación. Lo que ha escrito aquí se conserva.</translation>
    </message>
    <message>
        <source>You are writing here on another console too.</source>
        <translation>También está escribiendo aquí en otra consola.</translation>
    </message>
    <message>
        <source>You answered on another console meanwhile. What you began here is still below.</source>
        <translation>Entretanto ha respondido en otra consola. Lo que empezó aquí sigue abajo.</translation>
    </message>
</context>
<context>
    <name>parley::console::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>parley::console::Customer</name>
    <message>
        <source>Unknown customer</source>
        <translation>Cliente desconocido</translation>
    </message>
</context>
<context>
    <name>parley::console::CustomerColumns</name>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identidad</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Visto por última vez</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Último mensaje</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Última actividad</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Valoración</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentario</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
</context>
<context>
    <name>parley::console::CustomerHistory</name>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>This customer has not written yet.</source>
        <translation>Este cliente aún no ha escrito.</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>No case of this customer has come to people.</source>
        <translation>Ningún caso de este cliente ha llegado a personas.</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Valoraciones</translation>
    </message>
    <message>
        <source>No feedback</source>
        <translation>Sin valoraciones</translation>
    </message>
    <message>
        <source>This customer has rated no answer lately.</source>
        <translation>Este cliente no ha valorado ninguna respuesta últimamente.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Aquí no hay nada</translation>
    </message>
</context>
<context>
    <name>parley::console::CustomerPanel</name>
    <message>
        <source>Verified</source>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identidad</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Dirección de correo electrónico</translation>
    </message>
    <message>
        <source>Of a verified customer it comes from your website&apos;s sign-in and is not changed here.</source>
        <translation>La de un cliente verificado procede del inicio de sesión de su sitio web y no se cambia aquí.</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Número de teléfono</translation>
    </message>
    <message>
        <source>With country code, such as +49 30 123456.</source>
        <translation>Con código de país, por ejemplo +49 30 123456.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>How fast this customer is answered goes by it: a-z, 0-9, - and _.</source>
        <translation>Determina con qué rapidez se responde a este cliente: a-z, 0-9, - y _.</translation>
    </message>
    <message>
        <source>Only a-z, 0-9, - and _.</source>
        <translation>Solo a-z, 0-9, - y _.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Such as en or de-AT.</source>
        <translation>Por ejemplo en o de-AT.</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>Conocido por</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Combinar…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Borrar…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>What was changed of %1</source>
        <translation>Lo que se cambió de %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Customer since %1 · %2 · %3</source>
        <translation>Cliente desde %1 · %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversación</numerusform>
            <numerusform>%n conversaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open ticket(s)</source>
        <translation>
            <numerusform>%n ticket abierto</numerusform>
            <numerusform>%n tickets abiertos</numerusform>
        </translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>No verificado</translation>
    </message>
    <message>
        <source>Nothing but this conversation: the customer has not said who they are.</source>
        <translation>Solo esta conversación: el cliente no ha dicho quién es.</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>Se ha guardado %1.</translation>
    </message>
    <message>
        <source>They are one customer now: %1.</source>
        <translation>Ahora son un solo cliente: %1.</translation>
    </message>
    <message>
        <source>Export everything that is kept of this customer</source>
        <translation>Exportar todo lo que se conserva de este cliente</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>The server collects everything it keeps of this customer…</source>
        <translation>El servidor reúne todo lo que conserva de este cliente…</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Escrito en %1.</translation>
    </message>
    <message>
        <source>Erase %1?</source>
        <translation>¿Borrar a %1?</translation>
    </message>
    <message>
        <source>Everything goes that is kept of this customer: %1 with all messages, tickets, feedback and attachments, answers learned from them, and who they are. Nobody can bring it back. You get a receipt.</source>
        <translation>Se borra todo lo que se conserva de este cliente: %1 con todos los mensajes, tickets, valoraciones y adjuntos, las respuestas aprendidas de ellos y quién es. Nadie puede recuperarlo. Usted recibe un comprobante.</translation>
    </message>
    <message>
        <source>Erase customer</source>
        <translation>Borrar cliente</translation>
    </message>
    <message>
        <source>The server erases everything it keeps of this customer…</source>
        <translation>El servidor borra todo lo que conserva de este cliente…</translation>
    </message>
    <message>
        <source>The customer is erased</source>
        <translation>El cliente se ha borrado</translation>
    </message>
</context>
<context>
    <name>parley::console::CustomersPage</name>
    <message>
        <source>No customers yet</source>
        <translation>Aún no hay clientes</translation>
    </message>
    <message>
        <source>Everybody who writes stands here, with what is known of them over all channels.</source>
        <translation>Aquí aparecen todos los que escriben, con lo que se sabe de ellos en todos los canales.</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation>Buscar un cliente</translation>
    </message>
    <message>
        <source>Save the customer</source>
        <translation>Guardar el cliente</translation>
    </message>
    <message>
        <source>Merge with another customer…</source>
        <translation>Combinar con otro cliente…</translation>
    </message>
    <message>
        <source>Export the customer…</source>
        <translation>Exportar el cliente…</translation>
    </message>
    <message>
        <source>Erase the customer…</source>
        <translation>Borrar el cliente…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>¿Salir sin guardar?</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar cambios</translation>
    </message>
    <message>
        <source>Name, e-mail address, phone number or id</source>
        <translation>Nombre, correo, teléfono o identificador</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>No se encuentra a nadie</translation>
    </message>
    <message>
        <source>Nobody has this in their name, e-mail address, phone number or id.</source>
        <translation>Nadie lo tiene en su nombre, correo, teléfono o identificador.</translation>
    </message>
</context>
<context>
    <name>parley::console::DeskPage</name>
    <message>
        <source>What is promised</source>
        <translation>Qué se promete</translation>
    </message>
    <message>
        <source>Only working hours count.</source>
        <translation>Solo cuentan las horas de trabajo.</translation>
    </message>
    <message>
        <source>Times by plan</source>
        <translation>Tiempos por plan</translation>
    </message>
    <message>
        <source>The plan &quot;default&quot; holds for customers of no plan, or of one that is not named here.</source>
        <translation>El plan &quot;default&quot; vale para los clientes sin plan o con uno que no se nombra aquí.</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>Horario de trabajo</translation>
    </message>
    <message>
        <source>A team may have its own.</source>
        <translation>Un equipo puede tener el suyo.</translation>
    </message>
    <message>
        <source>Who gets a case</source>
        <translation>Quién recibe un caso</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>wait in the queue until somebody takes them</source>
        <translation>esperan en la cola hasta que alguien los toma</translation>
    </message>
    <message>
        <source>are given to whoever is free</source>
        <translation>se dan a quien esté libre</translation>
    </message>
    <message>
        <source>Cases one person has at once</source>
        <translation>Casos a la vez por persona</translation>
    </message>
    <message>
        <source>0: any number. A team may have its own.</source>
        <translation>0: sin límite. Un equipo puede tener el suyo.</translation>
    </message>
    <message>
        <source>Time for the first word</source>
        <translation>Tiempo para la primera respuesta</translation>
    </message>
    <message>
        <source>How long whoever took a case may keep the customer waiting; then it goes back into the queue.</source>
        <translation>Cuánto puede hacer esperar al cliente quien tomó un caso; después vuelve a la cola.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Patience with the agents</source>
        <translation>Paciencia con los agentes</translation>
    </message>
    <message>
        <source>How long beyond an answer&apos;s own time limit a customer may be owed one; then a person is called.</source>
        <translation>Cuánto más allá del límite de tiempo de una respuesta se le puede deber al cliente; después se llama a una persona.</translation>
    </message>
    <message>
        <source>When nobody is there, and what is kept</source>
        <translation>Cuando no hay nadie, y qué se conserva</translation>
    </message>
    <message>
        <source>What customers read meanwhile</source>
        <translation>Qué leen los clientes mientras tanto</translation>
    </message>
    <message>
        <source>Empty: Parley&apos;s own words, in the customer&apos;s language.</source>
        <translation>Vacío: las palabras del propio Parley, en el idioma del cliente.</translation>
    </message>
    <message>
        <source>Conversations are kept for</source>
        <translation>Las conversaciones se conservan</translation>
    </message>
    <message>
        <source>0: for ever. Older ones are erased for good, every night.</source>
        <translation>0: para siempre. Las más antiguas se borran definitivamente cada noche.</translation>
    </message>
    <message>
        <source> days</source>
        <translation> días</translation>
    </message>
    <message>
        <source>Desk settings</source>
        <translation>Ajustes de atención</translation>
    </message>
</context>
<context>
    <name>parley::console::DiffModel</name>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
</context>
<context>
    <name>parley::console::DiffView</name>
    <message numerus="yes">
        <source>%n line(s) as before</source>
        <translation>
            <numerusform>%n línea sin cambios</numerusform>
            <numerusform>%n líneas sin cambios</numerusform>
        </translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
</context>
<context>
    <name>parley::console::DocumentColumns</name>
    <message>
        <source>page %1 of %2</source>
        <translation>página %1 de %2</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Pasajes</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadido</translation>
    </message>
</context>
<context>
    <name>parley::console::DocumentDetail</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Detener la lectura</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Customers see it as the source of an answer.</source>
        <translation>Los clientes lo ven como fuente de una respuesta.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Who may be answered from it</source>
        <translation>A quién se puede responder con él</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Supporters only</source>
        <translation>Solo personas de soporte</translation>
    </message>
    <message>
        <source>Changes to &quot;%1&quot; are not saved.</source>
        <translation>Los cambios en &quot;%1&quot; no están guardados.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Pasajes</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadido</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modificado</translation>
    </message>
    <message>
        <source>Delete &quot;%1&quot;?</source>
        <translation>¿Eliminar &quot;%1&quot;?</translation>
    </message>
    <message numerus="yes">
        <source>The document goes with its %n passage(s). Customers are no longer answered from it, and answers that were remembered from it are forgotten. Earlier conversations keep what was quoted.</source>
        <translation>
            <numerusform>El documento se elimina con su %n pasaje. Ya no se responderá a los clientes con él, y se olvidan las respuestas recordadas que salieron de él. Las conversaciones anteriores conservan lo que se citó.</numerusform>
            <numerusform>El documento se elimina con sus %n pasajes. Ya no se responderá a los clientes con él, y se olvidan las respuestas recordadas que salieron de él. Las conversaciones anteriores conservan lo que se citó.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete document</source>
        <translation>Eliminar documento</translation>
    </message>
</context>
<context>
    <name>parley::console::DocumentWords</name>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Leyéndose</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Supporters only</source>
        <translation>Solo personas de soporte</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Another document has the very same contents. One of the two can go.</source>
        <translation>Otro documento tiene exactamente el mismo contenido. Uno de los dos se puede eliminar.</translation>
    </message>
    <message>
        <source>%1 % the same as &quot;%2&quot;.</source>
        <translation>Igual en un %1 % a &quot;%2&quot;.</translation>
    </message>
</context>
<context>
    <name>parley::console::DropFrame</name>
    <message>
        <source>Drop the files to add them to the knowledge base</source>
        <translation>Suelte los archivos para añadirlos a la base de conocimiento</translation>
    </message>
</context>
<context>
    <name>parley::console::EmbedCode</name>
    <message>
        <source>This is the real chat, as your customers will see it. What you write here reaches your organisation as any chat does.</source>
        <translation>Este es el chat real, tal como lo verán sus clientes. Lo que escriba aquí llega a su organización como cualquier chat.</translation>
    </message>
</context>
<context>
    <name>parley::console::ErasureWords</name>
    <message>
        <source>Erased on %1.</source>
        <translation>Borrado el %1.</translation>
    </message>
    <message>
        <source>Nothing of it is left on the server&apos;s disk.</source>
        <translation>No queda nada de ello en el disco del servidor.</translation>
    </message>
    <message>
        <source>The server still clears the freed space on its disk.</source>
        <translation>El servidor aún está limpiando el espacio liberado en su disco.</translation>
    </message>
    <message>
        <source>The last backup that may have it is removed on %1.</source>
        <translation>La última copia de seguridad que puede contenerlo se elimina el %1.</translation>
    </message>
    <message>
        <source>The server has no backup that expires; backups kept for ever have to be looked through by whoever runs it.</source>
        <translation>El servidor no tiene ninguna copia de seguridad que caduque; quien lo administra debe revisar las que se conservan para siempre.</translation>
    </message>
    <message>
        <source>Receipt: %1</source>
        <translation>Comprobante: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::FactorBars</name>
    <message>
        <source>What made the confidence</source>
        <translation>Qué determinó la confianza</translation>
    </message>
</context>
<context>
    <name>parley::console::FeedbackColumns</name>
    <message>
        <source>Saved. Whoever asks the same gets your answer now.</source>
        <translation>Guardado. Quien pregunte lo mismo recibe ahora su respuesta.</translation>
    </message>
    <message>
        <source>Saved. It is not given to others, because it has personal data in it.</source>
        <translation>Guardado. No se da a otros, porque contiene datos personales.</translation>
    </message>
    <message>
        <source>Saved. It is not given to others, because remembered answers are turned off.</source>
        <translation>Guardado. No se da a otros, porque las respuestas recordadas están desactivadas.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Saved. It is not given to others: %1.</source>
        <translation>Guardado. No se da a otros: %1.</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Valoración</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentario</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Corregida</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
</context>
<context>
    <name>parley::console::FeedbackPage</name>
    <message>
        <source>Rating</source>
        <translation>Valoración</translation>
    </message>
    <message>
        <source>Any rating</source>
        <translation>Cualquier valoración</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Valoraciones</translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation>Guardar la corrección</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Abrir la conversación</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>Nobody has rated an answer yet</source>
        <translation>Nadie ha valorado aún una respuesta</translation>
    </message>
    <message>
        <source>Nobody has rated like that</source>
        <translation>Nadie ha valorado así</translation>
    </message>
    <message>
        <source>Customers rate answers with one to five stars in the widget. What they did not like can be corrected here, and the next who asks gets the better answer.</source>
        <translation>Los clientes valoran las respuestas con una a cinco estrellas en el widget. Lo que no les gustó se puede corregir aquí, y el siguiente que pregunte recibe la respuesta mejorada.</translation>
    </message>
    <message>
        <source>Show all ratings</source>
        <translation>Mostrar todas las valoraciones</translation>
    </message>
</context>
<context>
    <name>parley::console::FeedbackPanel</name>
    <message>
        <source>Open conversation</source>
        <translation>Abrir conversación</translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation>Guardar corrección</translation>
    </message>
    <message>
        <source>What the customer said about it</source>
        <translation>Qué dijo el cliente al respecto</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>La pregunta</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>La respuesta</translation>
    </message>
    <message>
        <source>What the answer should have been</source>
        <translation>Cuál debió ser la respuesta</translation>
    </message>
    <message>
        <source>Write what the answer should have been.</source>
        <translation>Escriba cuál debió ser la respuesta.</translation>
    </message>
    <message>
        <source>A correction that is not saved</source>
        <translation>Una corrección sin guardar</translation>
    </message>
    <message>
        <source>a person answered</source>
        <translation>respondió una persona</translation>
    </message>
    <message>
        <source>the agents answered</source>
        <translation>respondieron los agentes</translation>
    </message>
    <message>
        <source>from what was answered before</source>
        <translation>a partir de lo respondido antes</translation>
    </message>
    <message>
        <source>Corrected by %1, %2.</source>
        <translation>Corregida por %1, %2.</translation>
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
        <translation>%1 puntos</translation>
    </message>
    <message>
        <source>Unnamed</source>
        <translation>Sin nombre</translation>
    </message>
</context>
<context>
    <name>parley::console::FilterBar</name>
    <message>
        <source>Search in all messages and notes</source>
        <translation>Buscar en todos los mensajes y notas</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Cualquier estado</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Any channel</source>
        <translation>Cualquier canal</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignado a</translation>
    </message>
    <message>
        <source>Anyone&apos;s</source>
        <translation>De cualquiera</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Asignado a mí</translation>
    </message>
    <message>
        <source>Nobody&apos;s</source>
        <translation>De nadie</translation>
    </message>
</context>
<context>
    <name>parley::console::Form</name>
    <message>
        <source>This is not JSON: %1 in line %2.</source>
        <translation>Esto no es JSON: %1 en la línea %2.</translation>
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
        <translation>Un número de %1 a %2.</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2.</source>
        <translation>Un número entero de %1 a %2.</translation>
    </message>
    <message>
        <source>A number.</source>
        <translation>Un número.</translation>
    </message>
    <message>
        <source>A whole number.</source>
        <translation>Un número entero.</translation>
    </message>
</context>
<context>
    <name>parley::console::GapPage</name>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Veces</translation>
    </message>
    <message>
        <source>Last asked</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>Write the article for this question</source>
        <translation>Escribir el artículo para esta pregunta</translation>
    </message>
    <message>
        <source>No question is without an answer</source>
        <translation>Ninguna pregunta está sin respuesta</translation>
    </message>
    <message>
        <source>When customers ask what no document answers, their questions are gathered here, like with like.</source>
        <translation>Cuando los clientes preguntan algo que ningún documento responde, sus preguntas se reúnen aquí, agrupadas por semejanza.</translation>
    </message>
    <message>
        <source>Unanswered questions</source>
        <translation>Preguntas sin respuesta</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abiertas</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerradas</translation>
    </message>
    <message>
        <source>Which questions are shown</source>
        <translation>Qué preguntas se muestran</translation>
    </message>
    <message>
        <source>No question is chosen</source>
        <translation>No se ha elegido ninguna pregunta</translation>
    </message>
    <message>
        <source>Choose one to see how customers asked it and what a supporter answered.</source>
        <translation>Elija una para ver cómo la hicieron los clientes y qué respondió una persona de soporte.</translation>
    </message>
    <message>
        <source>How customers asked</source>
        <translation>Cómo preguntaron los clientes</translation>
    </message>
    <message>
        <source>What a supporter answered</source>
        <translation>Qué respondió una persona de soporte</translation>
    </message>
    <message>
        <source>Write the article</source>
        <translation>Escribir el artículo</translation>
    </message>
    <message>
        <source>Close without an article</source>
        <translation>Cerrar sin artículo</translation>
    </message>
    <message>
        <source>How customers asked (Enter opens the conversation)</source>
        <translation>Cómo preguntaron los clientes (Intro abre la conversación)</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n vez</numerusform>
            <numerusform>%n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>First</source>
        <translation>Primera</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Última</translation>
    </message>
    <message>
        <source>No supporter has answered this yet.</source>
        <translation>Ninguna persona de soporte ha respondido a esto todavía.</translation>
    </message>
    <message>
        <source>What %1 answered</source>
        <translation>Qué respondió %1</translation>
    </message>
    <message>
        <source>Closed. It opens again when somebody asks without getting an answer.</source>
        <translation>Cerrada. Vuelve a abrirse cuando alguien pregunte sin obtener respuesta.</translation>
    </message>
</context>
<context>
    <name>parley::console::GapProof</name>
    <message>
        <source>Close this question</source>
        <translation>Cerrar esta pregunta</translation>
    </message>
    <message>
        <source>Show the article</source>
        <translation>Mostrar el artículo</translation>
    </message>
    <message>
        <source>How much of the article is read</source>
        <translation>Cuánto del artículo se ha leído</translation>
    </message>
    <message>
        <source>What the questions find now</source>
        <translation>Qué encuentran ahora las preguntas</translation>
    </message>
    <message>
        <source>What it answers now</source>
        <translation>Qué responde ahora</translation>
    </message>
    <message>
        <source>The article was deleted meanwhile.</source>
        <translation>El artículo se eliminó entretanto.</translation>
    </message>
    <message>
        <source>The article is being read…</source>
        <translation>Se está leyendo el artículo…</translation>
    </message>
    <message>
        <source>The article could not be read: %1</source>
        <translation>No se pudo leer el artículo: %1</translation>
    </message>
    <message>
        <source>Asking the questions again…</source>
        <translation>Haciendo de nuevo las preguntas…</translation>
    </message>
    <message>
        <source>place %1</source>
        <translation>puesto %1</translation>
    </message>
    <message numerus="yes">
        <source>The article is not among the %n best passages. Say in it what the question says.</source>
        <translation>
            <numerusform>El artículo no está en el %n mejor pasaje. Diga en él lo que dice la pregunta.</numerusform>
            <numerusform>El artículo no está entre los %n mejores pasajes. Diga en él lo que dice la pregunta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The article is found for all %n question(s).</source>
        <translation>
            <numerusform>El artículo se encuentra con la %n pregunta.</numerusform>
            <numerusform>El artículo se encuentra con las %n preguntas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The article is found for %1 of %n question(s).</source>
        <translation>
            <numerusform>El artículo se encuentra con %1 de %n pregunta.</numerusform>
            <numerusform>El artículo se encuentra con %1 de %n preguntas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::GoldenPage</name>
    <message>
        <source>Questions</source>
        <translation>Preguntas</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>Run all</source>
        <translation>Ejecutar todas</translation>
    </message>
    <message>
        <source>Run all golden questions</source>
        <translation>Ejecutar todas las preguntas de referencia</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Ejecutando…</translation>
    </message>
</context>
<context>
    <name>parley::console::GoldenQuestions</name>
    <message>
        <source>Questions</source>
        <translation>Preguntas</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Pregunta nueva</translation>
    </message>
    <message>
        <source>No golden questions yet</source>
        <translation>Aún no hay preguntas de referencia</translation>
    </message>
    <message>
        <source>Write down questions whose answers you know. They are asked after every change, and you see at once which answers became better or worse.</source>
        <translation>Anote preguntas cuyas respuestas conoce. Se hacen después de cada cambio, y usted ve enseguida qué respuestas mejoraron o empeoraron.</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Desactivada</translation>
    </message>
    <message>
        <source>It is not asked any more. The results of earlier runs stay.</source>
        <translation>Ya no se hace. Los resultados de ejecuciones anteriores se conservan.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>As a customer would ask it.</source>
        <translation>Tal como la haría un cliente.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>It is asked</source>
        <translation>Se hace</translation>
    </message>
    <message>
        <source>What is expected</source>
        <translation>Qué se espera</translation>
    </message>
    <message>
        <source>The agent</source>
        <translation>El agente</translation>
    </message>
    <message>
        <source>The answer holds</source>
        <translation>La respuesta contiene</translation>
    </message>
    <message>
        <source>One a line; all of them. Case, accents and blanks do not count.</source>
        <translation>Uno por línea; todos. No cuentan mayúsculas, acentos ni espacios.</translation>
    </message>
    <message>
        <source>The answer does not hold</source>
        <translation>La respuesta no contiene</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Respondida por</translation>
    </message>
    <message>
        <source>Any agent</source>
        <translation>Cualquier agente</translation>
    </message>
    <message>
        <source>Citing</source>
        <translation>Citando</translation>
    </message>
    <message>
        <source>Any document, or none</source>
        <translation>Cualquier documento, o ninguno</translation>
    </message>
</context>
<context>
    <name>parley::console::GoldenResultView</name>
    <message>
        <source>Expected: %1</source>
        <translation>Se espera: %1</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, versión %2</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>%1 % de seguridad</translation>
    </message>
    <message>
        <source>− the run before, + this run</source>
        <translation>− la ejecución anterior, + esta ejecución</translation>
    </message>
    <message>
        <source>No answer in either run.</source>
        <translation>Sin respuesta en ninguna de las dos ejecuciones.</translation>
    </message>
    <message>
        <source>Choose a question to see what it was answered.</source>
        <translation>Elija una pregunta para ver qué se le respondió.</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>No hubo respuesta.</translation>
    </message>
</context>
<context>
    <name>parley::console::GoldenRuns</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Superadas</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Peores</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Iniciada por</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Aún no hay ejecuciones</translation>
    </message>
    <message>
        <source>The questions are asked after every change, and whenever you press Run.</source>
        <translation>Las preguntas se hacen después de cada cambio y siempre que pulse Ejecutar.</translation>
    </message>
    <message>
        <source>Runs of the golden questions</source>
        <translation>Ejecuciones de las preguntas de referencia</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>Todas las preguntas</translation>
    </message>
    <message>
        <source>Answers that changed</source>
        <translation>Respuestas que cambiaron</translation>
    </message>
    <message>
        <source>Questions that failed</source>
        <translation>Preguntas falladas</translation>
    </message>
    <message>
        <source>Which questions</source>
        <translation>Qué preguntas</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Since the run before</source>
        <translation>Desde la ejecución anterior</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Changed since: %1</source>
        <translation>Cambios desde entonces: %1</translation>
    </message>
    <message>
        <source>%1 worse, %2 better, %3 answered otherwise</source>
        <translation>%1 peores, %2 mejores, %3 respondidas de otro modo</translation>
    </message>
    <message>
        <source>The first run: there is none to compare with.</source>
        <translation>La primera ejecución: no hay ninguna con la que comparar.</translation>
    </message>
    <message>
        <source>Before: %1. %2.</source>
        <translation>Antes: %1. %2.</translation>
    </message>
</context>
<context>
    <name>parley::console::GoldenText</name>
    <message>
        <source>Asks back</source>
        <translation>Pide una aclaración</translation>
    </message>
    <message>
        <source>Hands over to a person</source>
        <translation>Traspasa a una persona</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Responde</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Superada</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallada</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nueva</translation>
    </message>
    <message>
        <source>passed before</source>
        <translation>antes superada</translation>
    </message>
    <message>
        <source>failed before</source>
        <translation>antes fallada</translation>
    </message>
    <message>
        <source>another answer</source>
        <translation>otra respuesta</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2 passed (%3)</source>
        <translation>%1 de %2 superadas (%3)</translation>
    </message>
    <message>
        <source>A change</source>
        <translation>Un cambio</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>Una persona</translation>
    </message>
    <message>
        <source>%1 of %2 asked</source>
        <translation>%1 de %2 hechas</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Error: %1</translation>
    </message>
    <message>
        <source>Agent %1 was removed</source>
        <translation>Se eliminó el agente %1</translation>
    </message>
    <message>
        <source>Agent %1 is new</source>
        <translation>El agente %1 es nuevo</translation>
    </message>
    <message>
        <source>Agent %1: version %2 instead of %3</source>
        <translation>Agente %1: versión %2 en lugar de %3</translation>
    </message>
    <message>
        <source>Document %1</source>
        <translation>Documento %1</translation>
    </message>
    <message>
        <source>The questions themselves</source>
        <translation>Las propias preguntas</translation>
    </message>
    <message>
        <source>holds &quot;%1&quot;</source>
        <translation>contiene &quot;%1&quot;</translation>
    </message>
    <message>
        <source>does not hold &quot;%1&quot;</source>
        <translation>no contiene &quot;%1&quot;</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>por %1</translation>
    </message>
</context>
<context>
    <name>parley::console::HealthPage</name>
    <message>
        <source>Health</source>
        <translation>Salud</translation>
    </message>
    <message>
        <source>Parts of the server</source>
        <translation>Partes del servidor</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>looked at %1, and again every ten seconds</source>
        <translation>comprobado (%1), y de nuevo cada diez segundos</translation>
    </message>
</context>
<context>
    <name>parley::console::HealthWords</name>
    <message>
        <source>Works</source>
        <translation>Funciona</translation>
    </message>
    <message>
        <source>Works in part</source>
        <translation>Funciona en parte</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>No funciona</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Se desconoce</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funciona</translation>
    </message>
    <message>
        <source>is tried again</source>
        <translation>se reintenta</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>no responde</translation>
    </message>
    <message>
        <source>No model has been asked yet, or none is set up: answers come from the knowledge alone.</source>
        <translation>Aún no se ha consultado ningún modelo, o no hay ninguno configurado: las respuestas salen solo del conocimiento.</translation>
    </message>
    <message>
        <source>The server does not work as it should</source>
        <translation>El servidor no funciona como debería</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) need a look</source>
        <translation>
            <numerusform>%n parte necesita atención</numerusform>
            <numerusform>%n partes necesitan atención</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything works</source>
        <translation>Todo funciona</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versión %1</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Everything that is written is kept.</source>
        <translation>Todo lo que se escribe se conserva.</translation>
    </message>
    <message>
        <source>The database does not take what is written. Nothing works until it does.</source>
        <translation>La base de datos no acepta lo que se escribe. Nada funciona hasta que lo haga.</translation>
    </message>
    <message>
        <source>Background work</source>
        <translation>Trabajo en segundo plano</translation>
    </message>
    <message>
        <source>Documents, e-mails and clean-up are done as they come.</source>
        <translation>Los documentos, los correos y la limpieza se hacen según llegan.</translation>
    </message>
    <message>
        <source>Background work does not get done: documents and e-mails wait.</source>
        <translation>El trabajo en segundo plano no avanza: documentos y correos esperan.</translation>
    </message>
    <message>
        <source>Answers under way</source>
        <translation>Respuestas en curso</translation>
    </message>
    <message>
        <source>The agents answer.</source>
        <translation>Los agentes responden.</translation>
    </message>
    <message>
        <source>The agents do not get to answer.</source>
        <translation>Los agentes no llegan a responder.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Customers and supporters reach the server.</source>
        <translation>Los clientes y el personal de soporte llegan al servidor.</translation>
    </message>
    <message>
        <source>Connections are refused.</source>
        <translation>Se rechazan conexiones.</translation>
    </message>
    <message>
        <source>Language models</source>
        <translation>Modelos de lenguaje</translation>
    </message>
    <message>
        <source>Every model that is set up answers.</source>
        <translation>Todos los modelos configurados responden.</translation>
    </message>
    <message>
        <source>A model does not answer. Another takes its place, or answers come from the knowledge alone.</source>
        <translation>Un modelo no responde. Otro ocupa su lugar, o las respuestas salen solo del conocimiento.</translation>
    </message>
    <message>
        <source>Remembered answers</source>
        <translation>Respuestas recordadas</translation>
    </message>
    <message>
        <source>Answers that were given before are found again.</source>
        <translation>Las respuestas dadas antes se vuelven a encontrar.</translation>
    </message>
    <message>
        <source>Answers that were given before are not found.</source>
        <translation>No se encuentran las respuestas dadas antes.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Messages come in and go out.</source>
        <translation>Los mensajes entran y salen.</translation>
    </message>
    <message>
        <source>A channel does not take or send messages.</source>
        <translation>Un canal no recibe o no envía mensajes.</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>There is room.</source>
        <translation>Hay espacio.</translation>
    </message>
    <message>
        <source>The disk cannot be looked at, or is full.</source>
        <translation>El disco no se puede examinar o está lleno.</translation>
    </message>
</context>
<context>
    <name>parley::console::HostedForm</name>
    <message>
        <source>Write to us</source>
        <translation>Escríbanos</translation>
    </message>
</context>
<context>
    <name>parley::console::HoursText</name>
    <message>
        <source>&quot;%1&quot;: hours look like 09:00–12:00, 13:00–17:30.</source>
        <translation>&quot;%1&quot;: las horas tienen la forma 09:00–12:00, 13:00–17:30.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: the end comes after the beginning.</source>
        <translation>&quot;%1&quot;: el final va después del comienzo.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: begins before the hours before it end.</source>
        <translation>&quot;%1&quot;: comienza antes de que termine el intervalo anterior.</translation>
    </message>
    <message>
        <source>At most %1 spans a day.</source>
        <translation>Como máximo %1 intervalos al día.</translation>
    </message>
</context>
<context>
    <name>parley::console::KeysSheet</name>
    <message>
        <source>Keys</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
</context>
<context>
    <name>parley::console::KindsEditor</name>
    <message>
        <source>All, also those that come later</source>
        <translation>Todo, también lo que se añada después</translation>
    </message>
</context>
<context>
    <name>parley::console::KnowledgePage</name>
    <message>
        <source>Nothing to answer from yet</source>
        <translation>Aún no hay nada con que responder</translation>
    </message>
    <message>
        <source>Drop handbooks, price lists or help pages here: PDF, DOCX, Markdown, HTML, text or CSV. Customers are answered from them as soon as they are read.</source>
        <translation>Suelte aquí manuales, listas de precios o páginas de ayuda: PDF, DOCX, Markdown, HTML, texto o CSV. Se responde a los clientes con ellos en cuanto se leen.</translation>
    </message>
    <message>
        <source>Whoever looks after the knowledge base adds documents here. Customers are answered from them.</source>
        <translation>Quien cuida la base de conocimiento añade documentos aquí. Con ellos se responde a los clientes.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Añadir archivos…</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Find by title, file or category</source>
        <translation>Buscar por título, archivo o categoría</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Artículo nuevo</translation>
    </message>
    <message>
        <source>No document is chosen</source>
        <translation>No se ha elegido ningún documento</translation>
    </message>
    <message>
        <source>Choose one to change it and to see its passages.</source>
        <translation>Elija uno para cambiarlo y ver sus pasajes.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Pasajes</translation>
    </message>
    <message>
        <source>Try a question</source>
        <translation>Probar una pregunta</translation>
    </message>
    <message>
        <source>The document was deleted.</source>
        <translation>El documento se ha eliminado.</translation>
    </message>
    <message>
        <source>Add files to the knowledge base</source>
        <translation>Añadir archivos a la base de conocimiento</translation>
    </message>
    <message>
        <source>Try a question on the knowledge base</source>
        <translation>Probar una pregunta en la base de conocimiento</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are still on their way.</source>
        <translation>
            <numerusform>%n archivo aún está en camino.</numerusform>
            <numerusform>%n archivos aún están en camino.</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents (%1)</source>
        <translation>Documentos (%1)</translation>
    </message>
    <message>
        <source>The article is being read. It answers as soon as it is ready.</source>
        <translation>Se está leyendo el artículo. Responderá en cuanto esté listo.</translation>
    </message>
    <message>
        <source>New files: for customers</source>
        <translation>Archivos nuevos: para clientes</translation>
    </message>
    <message>
        <source>New files: supporters only</source>
        <translation>Archivos nuevos: solo personas de soporte</translation>
    </message>
    <message>
        <source>Who may be answered from new files</source>
        <translation>A quién se puede responder con los archivos nuevos</translation>
    </message>
</context>
<context>
    <name>parley::console::KnowledgePages</name>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Unanswered questions</source>
        <translation>Preguntas sin respuesta</translation>
    </message>
    <message>
        <source>Remembered answers</source>
        <translation>Respuestas recordadas</translation>
    </message>
</context>
<context>
    <name>parley::console::Learned</name>
    <message>
        <source>It has personal details, so nobody else is given it.</source>
        <translation>Contiene datos personales, así que no se da a nadie más.</translation>
    </message>
    <message>
        <source>It is about this one case, so nobody else is given it.</source>
        <translation>Trata solo de este caso, así que no se da a nadie más.</translation>
    </message>
    <message>
        <source>What was asked does not stand alone, so nobody else is given it.</source>
        <translation>Lo que se preguntó no se entiende por sí solo, así que no se da a nadie más.</translation>
    </message>
    <message>
        <source>Answers are not kept for others in this organisation.</source>
        <translation>En esta organización las respuestas no se guardan para otros.</translation>
    </message>
    <message>
        <source>Nobody else is given it.</source>
        <translation>No se da a nadie más.</translation>
    </message>
    <message>
        <source>Resolved.</source>
        <translation>Resuelto.</translation>
    </message>
    <message>
        <source>Whoever asks the same is given this answer at once.</source>
        <translation>A quien pregunte lo mismo se le da esta respuesta al instante.</translation>
    </message>
</context>
<context>
    <name>parley::console::LocalServer</name>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>No se puede iniciar %1: %2</translation>
    </message>
    <message>
        <source>The server on this computer did not start in time. It said: %1</source>
        <translation>El servidor de este dispositivo no se inició a tiempo. Indicó: %1</translation>
    </message>
    <message>
        <source>The server runs, but %1 does not say how to sign in.</source>
        <translation>El servidor está en marcha, pero %1 no indica cómo iniciar sesión.</translation>
    </message>
    <message>
        <source>The server on this computer has ended (code %1). It said: %2</source>
        <translation>El servidor de este dispositivo ha terminado (código %1). Indicó: %2</translation>
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
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Choose a tenant</source>
        <translation>Elija un inquilino</translation>
    </message>
    <message>
        <source>You look after the whole platform. Choose at the top left in which tenant you act; what concerns all of them stands below &quot;Organisation&quot;.</source>
        <translation>Usted se ocupa de toda la plataforma. Elija arriba a la izquierda en qué inquilino actúa; lo que concierne a todos está bajo &quot;Organización&quot;.</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>¿Cerrar sesión?</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>&amp;Parley</source>
        <translation>&amp;Parley</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Preferencias…</translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <translation>&amp;Cerrar sesión</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Comandos…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Ayuda</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>A&amp;tajos de teclado</translation>
    </message>
    <message>
        <source>%1 – Parley</source>
        <translation>%1 – Parley</translation>
    </message>
    <message>
        <source>Quit Parley?</source>
        <translation>¿Salir de Parley?</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Act in another tenant?</source>
        <translation>¿Actuar en otro inquilino?</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ir allí</translation>
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
        <translation>Buscar una persona</translation>
    </message>
    <message>
        <source>People of this organisation</source>
        <translation>Personas de esta organización</translation>
    </message>
    <message>
        <source>Somebody who is no longer here (%1)</source>
        <translation>Alguien que ya no está aquí (%1)</translation>
    </message>
</context>
<context>
    <name>parley::console::MentionBar</name>
    <message>
        <source>%1 mentioned you</source>
        <translation>%1 le ha mencionado</translation>
    </message>
    <message>
        <source>%1 mentioned you in %2</source>
        <translation>%1 le ha mencionado en %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (y %n más)</numerusform>
            <numerusform>%1 (y %n más)</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>parley::console::MentionList</name>
    <message>
        <source>Colleagues to mention</source>
        <translation>Colegas que se pueden mencionar</translation>
    </message>
</context>
<context>
    <name>parley::console::MergeDialog</name>
    <message>
        <source>E-mail address, phone number or id of the other</source>
        <translation>Correo electrónico, número de teléfono o id del otro</translation>
    </message>
    <message>
        <source>Merge customers</source>
        <translation>Combinar clientes</translation>
    </message>
    <message>
        <source>Merge them</source>
        <translation>Combinarlos</translation>
    </message>
    <message>
        <source>Is %1 the same person as another?</source>
        <translation>¿Es %1 la misma persona que otro cliente?</translation>
    </message>
    <message>
        <source>All conversations, tickets and identifiers of both go to the one who stays; where both have a name or an address, the one who stays keeps its own. The other is gone then, and that cannot be undone.</source>
        <translation>Todas las conversaciones, tickets e identificadores de ambos pasan al que se queda; si ambos tienen nombre o dirección, el que se queda conserva los suyos. El otro desaparece, y eso no se puede deshacer.</translation>
    </message>
    <message>
        <source>That is the same customer already.</source>
        <translation>Ese ya es el mismo cliente.</translation>
    </message>
    <message>
        <source>Found: %1, with %2.</source>
        <translation>Encontrado: %1, con %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversación</numerusform>
            <numerusform>%n conversaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 stays</source>
        <translation>Se queda %1</translation>
    </message>
</context>
<context>
    <name>parley::console::MessageLimit</name>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>Sobra %n carácter</numerusform>
            <numerusform>Sobran %n caracteres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>Queda %n carácter</numerusform>
            <numerusform>Quedan %n caracteres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::MessageWords</name>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Agent %1</source>
        <translation>Agente %1</translation>
    </message>
    <message>
        <source>Supporter</source>
        <translation>Persona de soporte</translation>
    </message>
    <message>
        <source>Not sent – Try again</source>
        <translation>No enviado – Reintentar</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>Waiting to be delivered</source>
        <translation>Pendiente de entrega</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>Could not be delivered</source>
        <translation>No se pudo entregar</translation>
    </message>
    <message>
        <source>Note by %1, not shown to the customer</source>
        <translation>Nota de %1, no se muestra al cliente</translation>
    </message>
    <message>
        <source>[Attachment: %1]</source>
        <translation>[Adjunto: %1]</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>Mensajes nuevos</translation>
    </message>
    <message>
        <source>Note, not shown to the customer</source>
        <translation>Nota, no se muestra al cliente</translation>
    </message>
</context>
<context>
    <name>parley::console::ModelLines</name>
    <message>
        <source>Name at least one model.</source>
        <translation>Indique al menos un modelo.</translation>
    </message>
    <message>
        <source>At most %1 models; these are %2.</source>
        <translation>Como máximo %1 modelos; aquí hay %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: write a name alone, or a name and two prices from 0: what a million tokens cost read and written.</source>
        <translation>&quot;%1&quot;: escriba solo un nombre, o un nombre y dos precios desde 0: lo que cuesta un millón de tokens leídos y escritos.</translation>
    </message>
</context>
<context>
    <name>parley::console::ModelPage</name>
    <message>
        <source>Language models</source>
        <translation>Modelos de lenguaje</translation>
    </message>
    <message>
        <source>Providers, in the order in which they are asked</source>
        <translation>Proveedores, en el orden en que se consultan</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Añadir un proveedor</translation>
    </message>
    <message>
        <source>Ask earlier</source>
        <translation>Consultar antes</translation>
    </message>
    <message>
        <source>Ask later</source>
        <translation>Consultar después</translation>
    </message>
    <message>
        <source>The first that is ticked is asked; where it fails, the next.</source>
        <translation>Se consulta el primero que está marcado; si falla, el siguiente.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No provider is chosen</source>
        <translation>No se ha elegido ningún proveedor</translation>
    </message>
    <message>
        <source>Add one, with its key, and agents write their answers with its models. Without any, answers are taken from the documents word for word.</source>
        <translation>Añada uno, con su clave, y los agentes escribirán sus respuestas con sus modelos. Sin ninguno, las respuestas se toman literalmente de los documentos.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>You act in no tenant: these are the platform&apos;s defaults, for every tenant that has no providers of its own.</source>
        <translation>No actúa en ningún inquilino: estos son los valores predeterminados de la plataforma, para cada inquilino sin proveedores propios.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot;?</source>
        <translation>¿Quitar &quot;%1&quot;?</translation>
    </message>
    <message>
        <source>Its key goes with it when you save. Agents that name its models use the others.</source>
        <translation>Su clave se elimina con él al guardar. Los agentes que nombran sus modelos usan los demás.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Changes to the language models are not saved.</source>
        <translation>Los cambios en los modelos de lenguaje no están guardados.</translation>
    </message>
    <message>
        <source>Save first: what is saved is tested.</source>
        <translation>Guarde primero: se prueba lo que está guardado.</translation>
    </message>
    <message>
        <source>It rests. Tick it in the list to have it asked.</source>
        <translation>Está en pausa. Márquelo en la lista para que se consulte.</translation>
    </message>
    <message>
        <source>The key is kept under the provider&apos;s old name: give it anew, or take the old name again.</source>
        <translation>La clave se guarda con el nombre anterior del proveedor: indíquela de nuevo o recupere el nombre anterior.</translation>
    </message>
    <message>
        <source>The language models were saved.</source>
        <translation>Se han guardado los modelos de lenguaje.</translation>
    </message>
</context>
<context>
    <name>parley::console::ModelPages</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
</context>
<context>
    <name>parley::console::MonitorModel</name>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Último mensaje</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignado a</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Estado de ánimo</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Última actividad</translation>
    </message>
</context>
<context>
    <name>parley::console::MonitorPage</name>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <source>Open to read</source>
        <translation>Abrir para leer</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Hacerse cargo</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>Mostrar el cliente</translation>
    </message>
    <message>
        <source>Why did it say that?</source>
        <translation>¿Por qué dijo eso?</translation>
    </message>
    <message>
        <source>Copy the conversation&apos;s id</source>
        <translation>Copiar el id de la conversación</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Exportar como CSV…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>This is what was read at %1. %2</source>
        <translation>Esto es lo que se leyó (%1). %2</translation>
    </message>
    <message>
        <source>No conversation is like that</source>
        <translation>Ninguna conversación es así</translation>
    </message>
    <message>
        <source>Search for other words, or take a filter away.</source>
        <translation>Busque otras palabras o quite un filtro.</translation>
    </message>
    <message>
        <source>Show all conversations</source>
        <translation>Mostrar todas las conversaciones</translation>
    </message>
    <message>
        <source>Nobody has written yet</source>
        <translation>Aún no ha escrito nadie</translation>
    </message>
    <message>
        <source>Conversations stand here as soon as customers write: in the widget on your website, by e-mail or in another channel.</source>
        <translation>Las conversaciones aparecen aquí en cuanto los clientes escriben: en el widget de su sitio web, por correo electrónico o en otro canal.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversación</numerusform>
            <numerusform>%n conversaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>%1 read; more come as you scroll</source>
        <translation>%1 leídas; llegan más al desplazarse</translation>
    </message>
    <message>
        <source>Take it over all the same</source>
        <translation>Hacerme cargo de todos modos</translation>
    </message>
    <message>
        <source>The conversation&apos;s id is in the clipboard.</source>
        <translation>El id de la conversación está en el portapapeles.</translation>
    </message>
    <message>
        <source>Export conversations</source>
        <translation>Exportar conversaciones</translation>
    </message>
    <message>
        <source>conversations.csv</source>
        <translation>conversations.csv</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>Reading what is to be exported: %n conversation(s) so far.</source>
        <translation>
            <numerusform>Leyendo lo que se va a exportar: %n conversación hasta ahora.</numerusform>
            <numerusform>Leyendo lo que se va a exportar: %n conversaciones hasta ahora.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) exported.</source>
        <translation>
            <numerusform>%n conversación exportada.</numerusform>
            <numerusform>%n conversaciones exportadas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::MonitorTable</name>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
</context>
<context>
    <name>parley::console::NodeDetail</name>
    <message>
        <source>What went in</source>
        <translation>Qué entró</translation>
    </message>
    <message>
        <source>What came out</source>
        <translation>Qué salió</translation>
    </message>
    <message>
        <source>Took %1</source>
        <translation>Tardó %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>cost %1</source>
        <translation>coste %1</translation>
    </message>
</context>
<context>
    <name>parley::console::Notifier</name>
    <message>
        <source>A customer waits</source>
        <translation>Un cliente espera</translation>
    </message>
    <message>
        <source>A case is yours now</source>
        <translation>Ahora tiene un caso</translation>
    </message>
    <message>
        <source>An answer is due in %1</source>
        <translation>Una respuesta vence en %1</translation>
    </message>
</context>
<context>
    <name>parley::console::OpenChats</name>
    <message numerus="yes">
        <source>%n chat(s) that were open are not there any more.</source>
        <translation>
            <numerusform>Un chat que estaba abierto ya no está.</numerusform>
            <numerusform>%n chats que estaban abiertos ya no están.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::OrganisationPages</name>
    <message>
        <source>Tenants</source>
        <translation>Inquilinos</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Equipos</translation>
    </message>
    <message>
        <source>Escalation rules</source>
        <translation>Reglas de escalado</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Respuestas predefinidas</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Machine clients</source>
        <translation>Programas cliente</translation>
    </message>
</context>
<context>
    <name>parley::console::OrganisationRules</name>
    <message>
        <source>This is needed.</source>
        <translation>Esto es obligatorio.</translation>
    </message>
    <message>
        <source>This looks like an id. Choose a word.</source>
        <translation>Esto parece un id. Elija una palabra.</translation>
    </message>
    <message>
        <source>2 to 63 of a-z, 0-9 and single hyphens inside.</source>
        <translation>De 2 a 63 caracteres: a-z, 0-9 y guiones sueltos en el interior.</translation>
    </message>
    <message>
        <source>2 to 8 of A-Z and 0-9, a letter first.</source>
        <translation>De 2 a 8 caracteres: A-Z y 0-9, empezando por una letra.</translation>
    </message>
    <message>
        <source>At most %1 of a-z, 0-9 and _.</source>
        <translation>Como máximo %1 caracteres: a-z, 0-9 y _.</translation>
    </message>
    <message>
        <source>At most %1 of a-z, 0-9, - and _.</source>
        <translation>Como máximo %1 caracteres: a-z, 0-9, - y _.</translation>
    </message>
    <message>
        <source>At most %1 of a-z and _, such as billing_dispute.</source>
        <translation>Como máximo %1 caracteres: a-z y _, por ejemplo billing_dispute.</translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <translation>Al menos %1 caracteres.</translation>
    </message>
    <message>
        <source>At most %1 bytes; a sentence of that length is long enough.</source>
        <translation>Como máximo %1 bytes; una frase de esa longitud es suficiente.</translation>
    </message>
    <message>
        <source>At most %1 lines; these are %2.</source>
        <translation>Como máximo %1 líneas; aquí hay %2.</translation>
    </message>
    <message>
        <source>&quot;%1…&quot; is longer than %2 characters.</source>
        <translation>&quot;%1…&quot; tiene más de %2 caracteres.</translation>
    </message>
</context>
<context>
    <name>parley::console::PairsEditor</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>Quitar esta línea</translation>
    </message>
</context>
<context>
    <name>parley::console::PassageList</name>
    <message>
        <source>%1, page %2</source>
        <translation>%1, página %2</translation>
    </message>
    <message>
        <source>%1 · fits %2 %</source>
        <translation>%1 · coincide %2 %</translation>
    </message>
</context>
<context>
    <name>parley::console::PassageView</name>
    <message>
        <source>Passage %1</source>
        <translation>Pasaje %1</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>página %1</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Pasaje</translation>
    </message>
    <message>
        <source>Passages of the document</source>
        <translation>Pasajes del documento</translation>
    </message>
    <message>
        <source>No passages yet</source>
        <translation>Aún no hay pasajes</translation>
    </message>
    <message>
        <source>A document is cut into passages while it is read. They are what answers are made from.</source>
        <translation>Un documento se divide en pasajes mientras se lee. De ellos se obtienen las respuestas.</translation>
    </message>
</context>
<context>
    <name>parley::console::PeriodPicker</name>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation>
            <numerusform>Último %n día</numerusform>
            <numerusform>Últimos %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>Otros días</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
</context>
<context>
    <name>parley::console::PlainLabel</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
</context>
<context>
    <name>parley::console::PostOffice</name>
    <message>
        <source>It was not sent, so that it is not mixed with what came back.</source>
        <translation>No se envió, para que no se mezcle con lo que ha vuelto.</translation>
    </message>
    <message>
        <source>It was written a day ago or more, and may have arrived. Read first.</source>
        <translation>Se escribió hace un día o más y puede haber llegado. Lea primero.</translation>
    </message>
    <message>
        <source>It was being sent when the console was closed.</source>
        <translation>Se estaba enviando cuando se cerró la consola.</translation>
    </message>
</context>
<context>
    <name>parley::console::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>The language changes when Parley is started again.</source>
        <translation>El idioma cambia al volver a iniciar Parley.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>With a sound</source>
        <translation>Con un sonido</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Comportamiento</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter makes a line</source>
        <translation>Intro envía, Mayús+Intro crea una línea</translation>
    </message>
    <message>
        <source>Stay in the tray when the window is closed</source>
        <translation>Permanecer en la bandeja del sistema al cerrar la ventana</translation>
    </message>
    <message>
        <source>Start with the system</source>
        <translation>Iniciar con el sistema</translation>
    </message>
    <message>
        <source>Say when a customer waits, an answer is due or a colleague mentions you</source>
        <translation>Avisar cuando un cliente espera, vence una respuesta o un colega le menciona</translation>
    </message>
</context>
<context>
    <name>parley::console::PromptEditor</name>
    <message>
        <source>System prompt</source>
        <translation>Prompt del sistema</translation>
    </message>
    <message>
        <source>You answer for {{tenant_name}}. Be brief and friendly.</source>
        <translation>Responda en nombre de {{tenant_name}}. Sea breve y amable.</translation>
    </message>
    <message>
        <source>Insert:</source>
        <translation>Insertar:</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 de %2 caracteres</translation>
    </message>
    <message>
        <source>Nobody fills {{%1}}; there are: %2.</source>
        <translation>Nadie completa {{%1}}; existen: %2.</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>Como máximo %1 caracteres.</translation>
    </message>
</context>
<context>
    <name>parley::console::PromptVariables</name>
    <message>
        <source>The organisation&apos;s name</source>
        <translation>El nombre de la organización</translation>
    </message>
    <message>
        <source>The agent&apos;s own name</source>
        <translation>El nombre del propio agente</translation>
    </message>
    <message>
        <source>The conversation&apos;s language, such as en or de</source>
        <translation>El idioma de la conversación, por ejemplo en o de</translation>
    </message>
    <message>
        <source>Today&apos;s date in UTC, such as 2026-11-21</source>
        <translation>La fecha de hoy en UTC, por ejemplo 2026-11-21</translation>
    </message>
</context>
<context>
    <name>parley::console::ProviderForm</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>1 to 64 letters, digits, dots, _ and -.</source>
        <translation>De 1 a 64 letras, cifras, puntos, _ y -.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>OpenAI, or anything that speaks its language</source>
        <translation>OpenAI, o cualquiera que hable su lenguaje</translation>
    </message>
    <message>
        <source>A server of your own (llama.cpp, vLLM, Ollama)</source>
        <translation>Un servidor propio (llama.cpp, vLLM, Ollama)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Empty: the provider&apos;s own. A server of your own needs one.</source>
        <translation>Vacía: la del proveedor. Un servidor propio necesita una.</translation>
    </message>
    <message>
        <source>Time limit in milliseconds</source>
        <translation>Límite de tiempo en milisegundos</translation>
    </message>
    <message>
        <source>To the first word, and from one to the next; then the next provider is asked.</source>
        <translation>Hasta la primera palabra, y de una a la siguiente; después se consulta al siguiente proveedor.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clave de API</translation>
    </message>
    <message>
        <source>Kept encrypted, for this address alone, and never shown again.</source>
        <translation>Se guarda cifrada, solo para esta dirección, y no vuelve a mostrarse.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>One a line; the first is asked where an agent names none. With prices the costs are counted: name, then what a million tokens cost read and written.</source>
        <translation>Uno por línea; se consulta el primero cuando un agente no nombra ninguno. Con precios se calculan los costes: nombre y, después, lo que cuesta un millón de tokens leídos y escritos.</translation>
    </message>
</context>
<context>
    <name>parley::console::ProviderList</name>
    <message>
        <source>New provider</source>
        <translation>Proveedor nuevo</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n modelo</numerusform>
            <numerusform>%n modelos</numerusform>
        </translation>
    </message>
    <message>
        <source>rests: it is not asked</source>
        <translation>en pausa: no se consulta</translation>
    </message>
</context>
<context>
    <name>parley::console::ProviderTest</name>
    <message>
        <source>One token is asked for…</source>
        <translation>Se pide un token…</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Only public addresses are called; whoever runs Parley can open private ones with security.outbound_allow.</source>
        <translation>Solo se llama a direcciones públicas; quien administra Parley puede abrir las privadas con security.outbound_allow.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Responde</translation>
    </message>
    <message>
        <source>There is nobody to ask.</source>
        <translation>No hay a quién consultar.</translation>
    </message>
</context>
<context>
    <name>parley::console::QueueDelegate</name>
    <message>
        <source>overdue</source>
        <translation>vencido</translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation>vence en %1</translation>
    </message>
    <message>
        <source>overdue by %1</source>
        <translation>vencido hace %1</translation>
    </message>
    <message>
        <source>%1 is writing</source>
        <translation>%1 está escribiendo</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Con %1</translation>
    </message>
    <message>
        <source>Nobody has taken it yet</source>
        <translation>Nadie lo ha tomado todavía</translation>
    </message>
</context>
<context>
    <name>parley::console::QueuePage</name>
    <message>
        <source>Queue and chat</source>
        <translation>Cola y chat</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Solo leer</translation>
    </message>
    <message>
        <source>No chat is open</source>
        <translation>No hay ningún chat abierto</translation>
    </message>
    <message>
        <source>Choose a case: Enter takes it, Space opens it to read only.</source>
        <translation>Elija un caso: Intro lo toma, Espacio lo abre solo para leer.</translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation>Ir a la cola</translation>
    </message>
    <message>
        <source>Show who waits</source>
        <translation>Mostrar quién espera</translation>
    </message>
    <message>
        <source>Show my cases</source>
        <translation>Mostrar mis casos</translation>
    </message>
    <message>
        <source>Show every case</source>
        <translation>Mostrar todos los casos</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>Chat siguiente</translation>
    </message>
    <message>
        <source>Chat before</source>
        <translation>Chat anterior</translation>
    </message>
    <message>
        <source>Close the chat</source>
        <translation>Cerrar el chat</translation>
    </message>
    <message>
        <source>What you wrote to %1 is not sent. It is kept on this computer until you sign out.</source>
        <translation>Lo que escribió a %1 no se ha enviado. Se conserva en este dispositivo hasta que cierre sesión.</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>Leerlo</translation>
    </message>
    <message>
        <source>Choose a case first.</source>
        <translation>Elija primero un caso.</translation>
    </message>
    <message>
        <source>You may read here, not answer.</source>
        <translation>Aquí puede leer, pero no responder.</translation>
    </message>
    <message>
        <source>It has been taken already.</source>
        <translation>Ya está tomado.</translation>
    </message>
    <message>
        <source>It is being taken.</source>
        <translation>Se está tomando.</translation>
    </message>
    <message>
        <source>Take the case (Enter)</source>
        <translation>Tomar el caso (Intro)</translation>
    </message>
    <message>
        <source>Open it without taking it (Space)</source>
        <translation>Abrirlo sin tomarlo (Espacio)</translation>
    </message>
    <message>
        <source>What you wrote to %1 is not sent, and is lost when Parley is closed: this computer cannot keep it.</source>
        <translation>Lo que escribió a %1 no se ha enviado y se pierde al cerrar Parley: este equipo no puede conservarlo.</translation>
    </message>
    <message>
        <source>What you wrote to %1 was not taken, and is a draft now: %2</source>
        <translation>Lo que escribió a %1 no se aceptó y ahora es un borrador: %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>A case is yours now, and open in a tab: %1</source>
        <translation>Un caso es suyo ahora y está abierto en una pestaña: %1</translation>
    </message>
    <message>
        <source>What you wrote to %1 is kept below the queue.</source>
        <translation>Lo que escribió a %1 se guarda debajo de la cola.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Volver a abrir</translation>
    </message>
</context>
<context>
    <name>parley::console::QueuePanel</name>
    <message>
        <source>Cases that wait for people</source>
        <translation>Casos que esperan a personas</translation>
    </message>
    <message>
        <source>Not connected. This is the queue as it was %1.</source>
        <translation>Sin conexión. Esta es la cola tal como estaba %1.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Cases that nobody has taken</source>
        <translation>Casos que nadie ha tomado</translation>
    </message>
    <message>
        <source>Cases that you have taken</source>
        <translation>Casos que usted ha tomado</translation>
    </message>
    <message>
        <source>Every case that waits or is with somebody</source>
        <translation>Todos los casos que esperan o que alguien atiende</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Every team</source>
        <translation>Todos los equipos</translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation>En espera %1</translation>
    </message>
    <message>
        <source>Mine %1</source>
        <translation>Míos %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Todos %1</translation>
    </message>
    <message>
        <source>You have no open cases</source>
        <translation>No tiene casos abiertos</translation>
    </message>
    <message>
        <source>Take one from those that wait: choose it and press Enter.</source>
        <translation>Tome uno de los que esperan: elíjalo y pulse Intro.</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>Nadie espera</translation>
    </message>
    <message>
        <source>A case comes here when the agents cannot answer, or a customer asks for a person.</source>
        <translation>Un caso llega aquí cuando los agentes no pueden responder o un cliente pide hablar con una persona.</translation>
    </message>
</context>
<context>
    <name>parley::console::RecordTable</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>parley::console::ResolveDialog</name>
    <message>
        <source>Answer the customer and resolve the case</source>
        <translation>Responder al cliente y resolver el caso</translation>
    </message>
    <message>
        <source>Resolve without another answer</source>
        <translation>Resolver sin otra respuesta</translation>
    </message>
    <message>
        <source>Give this answer to whoever asks the same</source>
        <translation>Dar esta respuesta a quien pregunte lo mismo</translation>
    </message>
    <message>
        <source>Also send it by e-mail</source>
        <translation>Enviarla también por correo electrónico</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Resolve the case</source>
        <translation>Resolver el caso</translation>
    </message>
    <message>
        <source>Answer to the customer</source>
        <translation>Respuesta al cliente</translation>
    </message>
    <message>
        <source>The customer&apos;s e-mail address is not known.</source>
        <translation>Se desconoce el correo electrónico del cliente.</translation>
    </message>
    <message>
        <source>There is no open case; the chat can only be closed.</source>
        <translation>No hay ningún caso abierto; el chat solo se puede cerrar.</translation>
    </message>
    <message>
        <source>Send and resolve</source>
        <translation>Enviar y resolver</translation>
    </message>
</context>
<context>
    <name>parley::console::ResourcePage</name>
    <message>
        <source>Find in this list</source>
        <translation>Buscar en esta lista</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>No se ha elegido nada</translation>
    </message>
    <message>
        <source>Choose one in the list to see and change it.</source>
        <translation>Elija un elemento de la lista para verlo y cambiarlo.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Changes to &quot;%1&quot; are not saved.</source>
        <translation>Los cambios en &quot;%1&quot; no están guardados.</translation>
    </message>
    <message>
        <source>Discard changes?</source>
        <translation>¿Descartar los cambios?</translation>
    </message>
    <message>
        <source>%1 was made.</source>
        <translation>Se ha creado %1.</translation>
    </message>
    <message>
        <source>%1 was saved.</source>
        <translation>Se ha guardado %1.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>Se ha eliminado %1.</translation>
    </message>
    <message>
        <source>Delete &quot;%1&quot;?</source>
        <translation>¿Eliminar &quot;%1&quot;?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Only the first %1 are searched here; the server has more.</source>
        <translation>Aquí solo se busca entre los primeros %1; el servidor tiene más.</translation>
    </message>
</context>
<context>
    <name>parley::console::RulePage</name>
    <message>
        <source>Escalation rules</source>
        <translation>Reglas de escalado</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Añadir regla</translation>
    </message>
    <message>
        <source>No rules</source>
        <translation>No hay reglas</translation>
    </message>
    <message>
        <source>Rules say which messages go to a person at once, whatever the agents could answer.</source>
        <translation>Las reglas dicen qué mensajes pasan a una persona de inmediato, con independencia de lo que los agentes pudieran responder.</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>desactivada</translation>
    </message>
    <message>
        <source>comes with Parley</source>
        <translation>incluida con Parley</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>propia</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modificada</translation>
    </message>
    <message>
        <source>What only this rule sent to a person is answered by the agents from then on. Cases it has made stay.</source>
        <translation>Lo que solo esta regla enviaba a una persona lo responderán desde entonces los agentes. Los casos que ha creado se conservan.</translation>
    </message>
    <message>
        <source>As it was shipped</source>
        <translation>Restaurar la original</translation>
    </message>
    <message>
        <source>This rule is on</source>
        <translation>Esta regla está activada</translation>
    </message>
    <message>
        <source>A rule that comes with Parley can be switched off, not deleted.</source>
        <translation>Una regla incluida con Parley se puede desactivar, pero no eliminar.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>One word for statistics and for whoever takes the case, such as billing_dispute.</source>
        <translation>Una palabra para las estadísticas y para quien tome el caso, por ejemplo billing_dispute.</translation>
    </message>
    <message>
        <source>When it applies</source>
        <translation>Cuándo se aplica</translation>
    </message>
    <message>
        <source>One of these is enough.</source>
        <translation>Basta con una de estas.</translation>
    </message>
    <message>
        <source>Words and phrases</source>
        <translation>Palabras y frases</translation>
    </message>
    <message>
        <source>One a line, found wherever a message has them.</source>
        <translation>Una por línea; se encuentran en cualquier lugar del mensaje.</translation>
    </message>
    <message>
        <source>Say when it applies: by words, by categories or by mood.</source>
        <translation>Indique cuándo se aplica: por palabras, por categorías o por estado de ánimo.</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Categorías</translation>
    </message>
    <message>
        <source>One a line, such as billing.</source>
        <translation>Una por línea, por ejemplo billing.</translation>
    </message>
    <message>
        <source>Mood below</source>
        <translation>Estado de ánimo inferior a</translation>
    </message>
    <message>
        <source>From -1 (furious) to 1 (delighted). -0.6 is clearly angry.</source>
        <translation>De -1 (furioso) a 1 (encantado). -0.6 es un enfado claro.</translation>
    </message>
    <message>
        <source>whatever the mood</source>
        <translation>cualquier estado de ánimo</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Qué ocurre</translation>
    </message>
    <message>
        <source>How surely</source>
        <translation>Con qué certeza</translation>
    </message>
    <message>
        <source>Always to a person</source>
        <translation>Siempre a una persona</translation>
    </message>
    <message>
        <source>To a person unless the agents are sure</source>
        <translation>A una persona, salvo que los agentes estén seguros</translation>
    </message>
    <message>
        <source>Priority of the case</source>
        <translation>Prioridad del caso</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>By the case&apos;s category</source>
        <translation>Según la categoría del caso</translation>
    </message>
    <message>
        <source>Whom the case is given to first.</source>
        <translation>A quién se le da primero el caso.</translation>
    </message>
    <message>
        <source>The rule is as it was shipped.</source>
        <translation>La regla está como se entregó originalmente.</translation>
    </message>
    <message>
        <source>Put the rule back?</source>
        <translation>¿Restablecer la regla?</translation>
    </message>
    <message>
        <source>Your words, categories, mood, level, priority and team of this rule go. It is as it was shipped then.</source>
        <translation>Se pierden sus palabras, categorías, ánimo, nivel, prioridad y equipo de esta regla. Quedará como se entregó.</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Restablecer</translation>
    </message>
</context>
<context>
    <name>parley::console::Rules</name>
    <message>
        <source>This is needed.</source>
        <translation>Esto es obligatorio.</translation>
    </message>
    <message>
        <source>At most %1 characters; these are %2.</source>
        <translation>Como máximo %1 caracteres; aquí hay %2.</translation>
    </message>
    <message>
        <source>An e-mail address looks like name@example.com.</source>
        <translation>Una dirección de correo electrónico tiene la forma name@example.com.</translation>
    </message>
    <message>
        <source>A web address begins with https:// or http:// and names a server.</source>
        <translation>Una dirección web empieza por https:// o http:// y nombra un servidor.</translation>
    </message>
</context>
<context>
    <name>parley::console::RunPanel</name>
    <message>
        <source>What made the confidence</source>
        <translation>Qué determinó la confianza</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Qué se encontró</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>%1 % de seguridad</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>tardó %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>cost %1</source>
        <translation>coste %1</translation>
    </message>
</context>
<context>
    <name>parley::console::RunStory</name>
    <message>
        <source>It was %1 % sure, and %2 % are needed.</source>
        <translation>La seguridad era del %1 %, y se necesita un %2 %.</translation>
    </message>
    <message>
        <source>It was %1 % sure.</source>
        <translation>La seguridad era del %1 %.</translation>
    </message>
    <message>
        <source>The customer asked for a person.</source>
        <translation>El cliente pidió hablar con una persona.</translation>
    </message>
    <message>
        <source>A rule gave it to people: %1.</source>
        <translation>Una regla lo pasó a personas: %1.</translation>
    </message>
    <message>
        <source>The agents were not sure enough. %1</source>
        <translation>Los agentes no estaban lo bastante seguros. %1</translation>
    </message>
    <message>
        <source>The passages that were found do not answer the question.</source>
        <translation>Los pasajes encontrados no responden a la pregunta.</translation>
    </message>
    <message>
        <source>The model that writes answers could not be used.</source>
        <translation>No se pudo usar el modelo que escribe las respuestas.</translation>
    </message>
    <message>
        <source>No sentence of the answer was supported by a passage.</source>
        <translation>Ninguna frase de la respuesta estaba respaldada por un pasaje.</translation>
    </message>
    <message>
        <source>The knowledge has no answer.</source>
        <translation>El conocimiento no tiene respuesta.</translation>
    </message>
    <message>
        <source>The steps below say what led to it.</source>
        <translation>Los pasos de abajo dicen qué llevó a ello.</translation>
    </message>
    <message>
        <source>A person has answered the same question before.</source>
        <translation>Una persona ya respondió antes a la misma pregunta.</translation>
    </message>
    <message>
        <source>The same question was answered before.</source>
        <translation>Ya se respondió antes a la misma pregunta.</translation>
    </message>
    <message>
        <source>A tool knew the answer.</source>
        <translation>Una herramienta conocía la respuesta.</translation>
    </message>
    <message>
        <source>Asked back: it was not clear what was meant.</source>
        <translation>Pidió una aclaración: no estaba claro qué se quería decir.</translation>
    </message>
    <message>
        <source>Given to people. %1</source>
        <translation>Pasado a personas. %1</translation>
    </message>
    <message>
        <source>It failed on the way. The last step below is where.</source>
        <translation>Falló por el camino. El último paso de abajo indica dónde.</translation>
    </message>
    <message>
        <source>Answered. %1</source>
        <translation>Respondido. %1</translation>
    </message>
    <message>
        <source>Still under way.</source>
        <translation>Aún en curso.</translation>
    </message>
    <message>
        <source>Ended without an answer of the agents.</source>
        <translation>Terminó sin una respuesta de los agentes.</translation>
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
        <translation>Protección</translation>
    </message>
    <message>
        <source>Cleans the message and looks for attempts to give orders to the agents.</source>
        <translation>Limpia el mensaje y busca intentos de dar órdenes a los agentes.</translation>
    </message>
    <message>
        <source>Understand</source>
        <translation>Comprender</translation>
    </message>
    <message>
        <source>Reads language, mood and named things, and hides personal data.</source>
        <translation>Lee idioma, estado de ánimo y cosas nombradas, y oculta los datos personales.</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>Confirmación</translation>
    </message>
    <message>
        <source>Looks whether the customer agrees to what was proposed before.</source>
        <translation>Mira si el cliente acepta lo que se le propuso antes.</translation>
    </message>
    <message>
        <source>Asks for a person?</source>
        <translation>¿Pide una persona?</translation>
    </message>
    <message>
        <source>Looks whether the customer wants to speak to a person.</source>
        <translation>Mira si el cliente quiere hablar con una persona.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>Recordar</translation>
    </message>
    <message>
        <source>Takes up what was said before in this conversation.</source>
        <translation>Retoma lo dicho antes en esta conversación.</translation>
    </message>
    <message>
        <source>Known answers</source>
        <translation>Respuestas conocidas</translation>
    </message>
    <message>
        <source>Looks whether the same was asked and well answered before.</source>
        <translation>Mira si ya se preguntó y respondió bien lo mismo.</translation>
    </message>
    <message>
        <source>Choose an agent</source>
        <translation>Elegir un agente</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Partes</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Consultar</translation>
    </message>
    <message>
        <source>Find passages</source>
        <translation>Buscar pasajes</translation>
    </message>
    <message>
        <source>Searches the knowledge for passages that answer.</source>
        <translation>Busca en el conocimiento pasajes que respondan.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Ask back?</source>
        <translation>¿Repreguntar?</translation>
    </message>
    <message>
        <source>Asks what is meant, where several things could be.</source>
        <translation>Pregunta qué se quiere decir cuando puede ser varias cosas.</translation>
    </message>
    <message>
        <source>What was meant</source>
        <translation>Lo que se quería decir</translation>
    </message>
    <message>
        <source>Reads what the customer answered to our question.</source>
        <translation>Lee lo que el cliente respondió a nuestra pregunta.</translation>
    </message>
    <message>
        <source>Sure enough?</source>
        <translation>¿Bastante seguro?</translation>
    </message>
    <message>
        <source>Compares the confidence with the one that is needed.</source>
        <translation>Compara la confianza con la necesaria.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Assess</source>
        <translation>Valorar</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Hand to people</source>
        <translation>Pasar a personas</translation>
    </message>
    <message>
        <source>Tells the customer that a person takes over, and opens a ticket.</source>
        <translation>Dice al cliente que una persona se hace cargo y abre un ticket.</translation>
    </message>
    <message>
        <source>The passages cover the question</source>
        <translation>Los pasajes cubren la pregunta</translation>
    </message>
    <message>
        <source>The draft answers what was asked</source>
        <translation>El borrador responde a lo preguntado</translation>
    </message>
    <message>
        <source>One passage has it all</source>
        <translation>Un pasaje lo tiene todo</translation>
    </message>
    <message>
        <source>The best passage is clearly the best</source>
        <translation>El mejor pasaje es claramente el mejor</translation>
    </message>
    <message>
        <source>Far ahead of the next passage</source>
        <translation>Muy por delante del siguiente pasaje</translation>
    </message>
    <message>
        <source>The title says the same</source>
        <translation>El título dice lo mismo</translation>
    </message>
    <message>
        <source>The title says something else</source>
        <translation>El título dice otra cosa</translation>
    </message>
    <message>
        <source>The question is very short</source>
        <translation>La pregunta es muy corta</translation>
    </message>
    <message>
        <source>Words of the question are missing</source>
        <translation>Faltan palabras de la pregunta</translation>
    </message>
    <message>
        <source>Missing, under another title</source>
        <translation>Falta, bajo otro título</translation>
    </message>
    <message>
        <source>Words that the knowledge never uses</source>
        <translation>Palabras que el conocimiento nunca usa</translation>
    </message>
    <message>
        <source>Not what these agents are for</source>
        <translation>No es para lo que están estos agentes</translation>
    </message>
    <message>
        <source>Not clear which agent it is for</source>
        <translation>No está claro para qué agente es</translation>
    </message>
    <message>
        <source>The customer is upset</source>
        <translation>El cliente está molesto</translation>
    </message>
    <message>
        <source>Signs that it is for people</source>
        <translation>Señales de que es para personas</translation>
    </message>
    <message>
        <source>Sentences that no passage supports</source>
        <translation>Frases que ningún pasaje respalda</translation>
    </message>
    <message>
        <source>What the model thinks of itself</source>
        <translation>Lo que el modelo piensa de sí mismo</translation>
    </message>
    <message>
        <source>Your rules, and signs of anger, law or danger.</source>
        <translation>Sus reglas y señales de enfado, asuntos legales o peligro.</translation>
    </message>
    <message>
        <source>Decides which agent the question is for.</source>
        <translation>Decide para qué agente es la pregunta.</translation>
    </message>
    <message>
        <source>Takes several questions in one message apart.</source>
        <translation>Separa varias preguntas de un mensaje.</translation>
    </message>
    <message>
        <source>Gives the agent the tools it may use.</source>
        <translation>Da al agente las herramientas que puede usar.</translation>
    </message>
    <message>
        <source>Asks a tool for what only it can know.</source>
        <translation>Pregunta a una herramienta lo que solo ella puede saber.</translation>
    </message>
    <message>
        <source>Takes sentences of the passages that answer.</source>
        <translation>Toma frases de los pasajes que responden.</translation>
    </message>
    <message>
        <source>Writes the answer.</source>
        <translation>Escribe la respuesta.</translation>
    </message>
    <message>
        <source>Drops every sentence that no passage supports.</source>
        <translation>Quita toda frase que ningún pasaje respalda.</translation>
    </message>
    <message>
        <source>Judges the finished answer once more.</source>
        <translation>Valora otra vez la respuesta terminada.</translation>
    </message>
    <message>
        <source>Sends the answer to the customer.</source>
        <translation>Envía la respuesta al cliente.</translation>
    </message>
</context>
<context>
    <name>parley::console::RunsPage</name>
    <message>
        <source>Why it said that</source>
        <translation>Por qué dijo eso</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Último mensaje</translation>
    </message>
    <message>
        <source>Choose a turn</source>
        <translation>Elija un turno</translation>
    </message>
    <message>
        <source>Every answer of the agents is explained step by step: what they understood, what they found, how sure they were, and what they decided.</source>
        <translation>Cada respuesta de los agentes se explica paso a paso: qué entendieron, qué encontraron, con qué seguridad y qué decidieron.</translation>
    </message>
    <message>
        <source>Nobody has written yet</source>
        <translation>Aún no ha escrito nadie</translation>
    </message>
    <message>
        <source>As soon as the agents answer somebody, you see here why they said what they said.</source>
        <translation>En cuanto los agentes respondan a alguien, verá aquí por qué dijeron lo que dijeron.</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Turns of the conversation</source>
        <translation>Turnos de la conversación</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Abrir la conversación</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>The agents have not taken a turn in this conversation: people wrote in it.</source>
        <translation>Los agentes no han tenido ningún turno en esta conversación: en ella escribieron personas.</translation>
    </message>
</context>
<context>
    <name>parley::console::SandboxTab</name>
    <message>
        <source>Choose the agent as for a customer</source>
        <translation>Elegir el agente como para un cliente</translation>
    </message>
    <message>
        <source>Ask as a customer would</source>
        <translation>Pregunte como lo haría un cliente</translation>
    </message>
    <message>
        <source>You see the answer, how sure the agent is, what it read and how long each step took. Nothing is stored, and nobody is written to.</source>
        <translation>Verá la respuesta, con qué seguridad la da el agente, qué leyó y cuánto tardó cada paso. No se guarda nada ni se escribe a nadie.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Language of the customer</source>
        <translation>Idioma del cliente</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>A customer&apos;s question</source>
        <translation>La pregunta de un cliente</translation>
    </message>
    <message>
        <source>Version %1 is tested, as it is saved.</source>
        <translation>Se prueba la versión %1 tal como está guardada.</translation>
    </message>
    <message>
        <source>Version %1 is tested with what you changed and have not saved.</source>
        <translation>Se prueba la versión %1 con los cambios que aún no ha guardado.</translation>
    </message>
</context>
<context>
    <name>parley::console::SandboxTurn</name>
    <message>
        <source>The agent is answering…</source>
        <translation>El agente está respondiendo…</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Asks back</source>
        <translation>Pide una aclaración</translation>
    </message>
    <message>
        <source>Handed to a person</source>
        <translation>Traspasado a una persona</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>%1 % de seguridad</translation>
    </message>
    <message>
        <source>a customer&apos;s message would go to %1</source>
        <translation>el mensaje de un cliente iría a %1</translation>
    </message>
    <message>
        <source>word for word from the documents</source>
        <translation>literal de los documentos</translation>
    </message>
    <message>
        <source>written by %1</source>
        <translation>escrito por %1</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>A person would find: %1</source>
        <translation>Una persona encontraría: %1</translation>
    </message>
    <message>
        <source>Category: %1</source>
        <translation>Categoría: %1</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>Prioridad: %1</translation>
    </message>
    <message>
        <source>Tool %1: %2</source>
        <translation>Herramienta %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n paso</numerusform>
            <numerusform>%n pasos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::SaveFile</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>No se pudo escribir %1: %2</translation>
    </message>
</context>
<context>
    <name>parley::console::SchemaCheck</name>
    <message>
        <source>needs &quot;type&quot;: &quot;object&quot;: a tool&apos;s parameters have names</source>
        <translation>necesita &quot;type&quot;: &quot;object&quot;: los parámetros de una herramienta tienen nombres</translation>
    </message>
    <message>
        <source>must be &quot;object&quot;: a tool&apos;s parameters have names</source>
        <translation>debe ser &quot;object&quot;: los parámetros de una herramienta tienen nombres</translation>
    </message>
    <message>
        <source>names &quot;%1&quot;, which is none of the properties</source>
        <translation>nombra &quot;%1&quot;, que no es ninguna de las propiedades</translation>
    </message>
    <message>
        <source>must be a schema: an object, or true or false</source>
        <translation>debe ser un esquema: un objeto, o true o false</translation>
    </message>
    <message>
        <source>goes deeper than 16 levels</source>
        <translation>tiene más de 16 niveles de profundidad</translation>
    </message>
    <message>
        <source>must be a list of schemas</source>
        <translation>debe ser una lista de esquemas</translation>
    </message>
    <message>
        <source>must be an object of schemas, by name</source>
        <translation>debe ser un objeto de esquemas, por nombre</translation>
    </message>
    <message>
        <source>must point into this schema, such as #/$defs/address</source>
        <translation>debe apuntar dentro de este esquema, por ejemplo #/$defs/address</translation>
    </message>
    <message>
        <source>must be a whole number from 0</source>
        <translation>debe ser un número entero desde 0</translation>
    </message>
    <message>
        <source>must be a number, and multipleOf above 0</source>
        <translation>debe ser un número, y multipleOf mayor que 0</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>debe ser true o false</translation>
    </message>
    <message>
        <source>must be a text of at most 512 characters</source>
        <translation>debe ser un texto de 512 caracteres como máximo</translation>
    </message>
    <message>
        <source>must be a list of values</source>
        <translation>debe ser una lista de valores</translation>
    </message>
    <message>
        <source>is a keyword that is not checked here; leave it out</source>
        <translation>es una palabra clave que aquí no se comprueba; omítala</translation>
    </message>
    <message>
        <source>must be a list of names</source>
        <translation>debe ser una lista de nombres</translation>
    </message>
    <message>
        <source>must be a name</source>
        <translation>debe ser un nombre</translation>
    </message>
    <message>
        <source>must be null, boolean, object, array, number, string, integer, or a list of them</source>
        <translation>debe ser null, boolean, object, array, number, string, integer, o una lista de ellos</translation>
    </message>
    <message>
        <source>This is not JSON: %1.</source>
        <translation>Esto no es JSON: %1.</translation>
    </message>
    <message>
        <source>A JSON Schema is an object: { … }.</source>
        <translation>Un JSON Schema es un objeto: { … }.</translation>
    </message>
    <message>
        <source>The schema may have at most 32 KiB.</source>
        <translation>El esquema puede tener 32 KiB como máximo.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Línea %1: %2</translation>
    </message>
    <message>
        <source>Line %1: %2 %3</source>
        <translation>Línea %1: %2 %3</translation>
    </message>
</context>
<context>
    <name>parley::console::SchemaEditor</name>
    <message>
        <source>Input schema</source>
        <translation>Esquema de entrada</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>Ordenar</translation>
    </message>
    <message>
        <source>Indents the schema anew</source>
        <translation>Vuelve a sangrar el esquema</translation>
    </message>
</context>
<context>
    <name>parley::console::SchemaForm</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>No indicado</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>%1 (needed)</source>
        <translation>%1 (obligatorio)</translation>
    </message>
    <message>
        <source>As usual: %1</source>
        <translation>Como siempre: %1</translation>
    </message>
    <message>
        <source>One a line.</source>
        <translation>Una por línea.</translation>
    </message>
    <message>
        <source>At least %1 characters; these are %2.</source>
        <translation>Al menos %1 caracteres; son %2.</translation>
    </message>
    <message>
        <source>This is not of the form that is asked for (%1).</source>
        <translation>Esto no tiene la forma que se pide (%1).</translation>
    </message>
    <message>
        <source>At least %1 of them.</source>
        <translation>Al menos %1 de ellos.</translation>
    </message>
    <message>
        <source>At most %1 of them; these are %2.</source>
        <translation>Como mucho %1; son %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands here twice.</source>
        <translation>&quot;%1&quot; está dos veces.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2</source>
        <translation>&quot;%1&quot;: %2</translation>
    </message>
</context>
<context>
    <name>parley::console::SchemaPages</name>
    <message>
        <source>This must be a JSON object: { … }.</source>
        <translation>Debe ser un objeto JSON: { … }.</translation>
    </message>
    <message>
        <source>Settings as JSON</source>
        <translation>Configuración como JSON</translation>
    </message>
    <message>
        <source>More settings as JSON</source>
        <translation>Más configuración como JSON</translation>
    </message>
</context>
<context>
    <name>parley::console::SearchTest</name>
    <message>
        <source>Ask as a customer would</source>
        <translation>Pregunte como lo haría un cliente</translation>
    </message>
    <message>
        <source>Try a question</source>
        <translation>Probar una pregunta</translation>
    </message>
    <message>
        <source>What customers ask is looked up like this. The passages that are found, best first, are what an answer is made from.</source>
        <translation>Así se busca lo que preguntan los clientes. Los pasajes que se encuentran, los mejores primero, son de lo que se obtiene una respuesta.</translation>
    </message>
    <message>
        <source>How many passages</source>
        <translation>Cuántos pasajes</translation>
    </message>
    <message>
        <source>best </source>
        <translation>los mejores </translation>
    </message>
    <message>
        <source>Passages that are found, best first</source>
        <translation>Pasajes que se encuentran, los mejores primero</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>página %1</translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation>No se encuentra nada</translation>
    </message>
    <message>
        <source>No document speaks of this. An article about it would let the agents answer.</source>
        <translation>Ningún documento trata de esto. Un artículo sobre ello permitiría responder a los agentes.</translation>
    </message>
</context>
<context>
    <name>parley::console::SecretDialog</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copiar: %1</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Ya lo he guardado</translation>
    </message>
</context>
<context>
    <name>parley::console::SecretEdit</name>
    <message>
        <source>Forget what is kept</source>
        <translation>Olvidar lo guardado</translation>
    </message>
    <message>
        <source>Kept – type to replace</source>
        <translation>Guardado – escriba para reemplazarlo</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
</context>
<context>
    <name>parley::console::Sections</name>
    <message>
        <source>Insight</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Conocimiento</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Atención</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agentes</translation>
    </message>
</context>
<context>
    <name>parley::console::SentimentLine</name>
    <message>
        <source>Upset</source>
        <translation>Molesto</translation>
    </message>
    <message>
        <source>Displeased</source>
        <translation>Descontento</translation>
    </message>
    <message>
        <source>Pleased</source>
        <translation>Satisfecho</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Neutral</translation>
    </message>
    <message>
        <source>Mood: %1</source>
        <translation>Estado de ánimo: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::ServerWords</name>
    <message>
        <source>Chat widget</source>
        <translation>Widget de chat</translation>
    </message>
    <message>
        <source>The chat on your own pages. How it looks and where it may run is set up with the widget. Switched off, no chat is begun or continued; what is under way in an open window goes on.</source>
        <translation>El chat de sus propias páginas. Su aspecto y dónde puede funcionar se configuran con el widget. Desactivado, no se inicia ni se continúa ningún chat; lo que está en curso en una ventana abierta sigue.</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Messages that your own programs send. Which programs may is set up with the API clients. Switched off, messages of all of them are refused.</source>
        <translation>Mensajes que envían sus propios programas. Cuáles pueden hacerlo se configura en los programas cliente. Desactivado, se rechazan los mensajes de todos.</translation>
    </message>
    <message>
        <source>Contact form</source>
        <translation>Formulario de contacto</translation>
    </message>
    <message>
        <source>A page with a form for questions that need no chat. The agents answer, or a person does; the customer follows the state with a reference. The form may be sent from the pages that the chat widget may run on.</source>
        <translation>Una página con un formulario para preguntas que no necesitan chat. Responden los agentes o una persona; el cliente sigue el estado con una referencia. El formulario se puede enviar desde las páginas en las que puede funcionar el widget de chat.</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Above the form; empty: how the chat widget is called.</source>
        <translation>Encima del formulario; vacío: como se llama el widget de chat.</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>Introducción</translation>
    </message>
    <message>
        <source>Below the heading.</source>
        <translation>Debajo del título.</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Categorías</translation>
    </message>
    <message>
        <source>Those that the customer may choose; the first is chosen at first.</source>
        <translation>Las que puede elegir el cliente; la primera está elegida al principio.</translation>
    </message>
    <message>
        <source>Ask how urgent it is</source>
        <translation>Preguntar si es urgente</translation>
    </message>
    <message>
        <source>Whether the page shows the choice of a priority.</source>
        <translation>Si la página muestra la elección de una prioridad.</translation>
    </message>
    <message>
        <source>Response times in minutes</source>
        <translation>Tiempos de respuesta en minutos</translation>
    </message>
    <message>
        <source>How soon an answer is promised after sending, by the priority that the customer chose. Where the service level of the chosen plan is shorter, that is promised. It changes neither the queue nor when a case is late.</source>
        <translation>En cuánto tiempo se promete una respuesta tras el envío, según la prioridad que eligió el cliente. Si el nivel de servicio del plan elegido es más corto, se promete ese. No cambia la cola ni cuándo vence un caso.</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>Shown after sending</source>
        <translation>Tras el envío</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>Técnico</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Facturación</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Comentarios</translation>
    </message>
    <message>
        <source>Bug report</source>
        <translation>Informe de error</translation>
    </message>
</context>
<context>
    <name>parley::console::Session</name>
    <message>
        <source>Please sign in.</source>
        <translation>Inicie sesión.</translation>
    </message>
    <message>
        <source>This server speaks protocol %1 and this console %2: they cannot work together. Install the console that belongs to the server, or ask whoever runs it to update it.</source>
        <translation>Este servidor usa el protocolo %1 y esta consola el %2: no pueden trabajar juntos. Instale la consola que corresponde al servidor o pida a quien lo administra que lo actualice.</translation>
    </message>
    <message>
        <source>This account is not one of a supporter or administrator.</source>
        <translation>Esta cuenta no es de una persona de soporte ni de un administrador.</translation>
    </message>
    <message>
        <source>Your sign-in has ended: %1</source>
        <translation>Su sesión ha terminado: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::SettingsPage</name>
    <message>
        <source>Back to inherited</source>
        <translation>Volver a lo heredado</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>You act in no tenant: these are the platform&apos;s defaults, for every tenant that has set nothing of its own.</source>
        <translation>No actúa en ningún inquilino: estos son los valores predeterminados de la plataforma, para cada inquilino que no haya fijado nada propio.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>The settings that you changed are not saved.</source>
        <translation>La configuración que cambió no está guardada.</translation>
    </message>
    <message>
        <source>Nothing is set here: Parley&apos;s own values hold.</source>
        <translation>Aquí no hay nada fijado: valen los valores del propio Parley.</translation>
    </message>
    <message>
        <source>Nothing is set here: the platform&apos;s values hold.</source>
        <translation>Aquí no hay nada fijado: valen los valores de la plataforma.</translation>
    </message>
    <message>
        <source>Set here: %1. Everything else is inherited.</source>
        <translation>Fijado aquí: %1. Todo lo demás se hereda.</translation>
    </message>
    <message>
        <source>The settings were saved.</source>
        <translation>Se ha guardado la configuración.</translation>
    </message>
</context>
<context>
    <name>parley::console::SettingsPages</name>
    <message>
        <source>Answering</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Desk settings</source>
        <translation>Ajustes de atención</translation>
    </message>
</context>
<context>
    <name>parley::console::SignInPage</name>
    <message>
        <source>This computer</source>
        <translation>Este dispositivo</translation>
    </message>
    <message>
        <source>Sign in to Parley</source>
        <translation>Iniciar sesión en Parley</translation>
    </message>
    <message>
        <source>Servers used before</source>
        <translation>Servidores usados antes</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Takes this server from the list and its sign-in from this computer.</source>
        <translation>Quita este servidor de la lista y su inicio de sesión de este dispositivo.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>Mantener la sesión iniciada en este dispositivo</translation>
    </message>
    <message>
        <source>This computer offers no keychain to keep the sign-in in, so it lasts until Parley is closed. Nothing secret is ever written to a plain file.</source>
        <translation>Este dispositivo no ofrece un llavero donde guardar la sesión, así que dura hasta que se cierre Parley. Nunca se escribe nada secreto en un archivo sin cifrar.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Run on this computer</source>
        <translation>Ejecutar en este dispositivo</translation>
    </message>
    <message>
        <source>Starts a private server with a demo company on this computer and signs in to it.</source>
        <translation>Inicia un servidor privado con una empresa de demostración en este dispositivo e inicia sesión en él.</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Otro servidor</translation>
    </message>
    <message>
        <source>Signing in to %1 …</source>
        <translation>Iniciando sesión en %1 …</translation>
    </message>
    <message>
        <source>Name the server, such as desk.example.com or localhost:8080.</source>
        <translation>Indique el servidor, por ejemplo desk.example.com o localhost:8080.</translation>
    </message>
    <message>
        <source>Your e-mail address, such as ana@example.com.</source>
        <translation>Su dirección de correo electrónico, por ejemplo ana@example.com.</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Iniciando sesión …</translation>
    </message>
    <message>
        <source>Starting a server on this computer …</source>
        <translation>Iniciando un servidor en este dispositivo …</translation>
    </message>
    <message>
        <source>E-mail and password do not match an account on this server.</source>
        <translation>El correo electrónico y la contraseña no corresponden a ninguna cuenta de este servidor.</translation>
    </message>
</context>
<context>
    <name>parley::console::SlaTable</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>First word</source>
        <translation>Primera respuesta</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Resuelto</translation>
    </message>
    <message>
        <source>Add a plan</source>
        <translation>Añadir un plan</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Plan, or default</source>
        <translation>Plan, o default</translation>
    </message>
    <message>
        <source>Minutes to the first word</source>
        <translation>Minutos hasta la primera respuesta</translation>
    </message>
    <message>
        <source>Minutes until it is solved</source>
        <translation>Minutos hasta que se resuelve</translation>
    </message>
    <message>
        <source>Not promised</source>
        <translation>Sin promesa</translation>
    </message>
    <message>
        <source>Remove this plan</source>
        <translation>Quitar este plan</translation>
    </message>
    <message>
        <source>Name the plan, or call it default: it holds for customers of no plan.</source>
        <translation>Indique el nombre del plan, o llámelo default: vale para los clientes sin plan.</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 aparece dos veces.</translation>
    </message>
    <message>
        <source>%1: it cannot be solved before the first word.</source>
        <translation>%1: no puede resolverse antes de la primera respuesta.</translation>
    </message>
    <message>
        <source>At most %1 plans.</source>
        <translation>Como máximo %1 planes.</translation>
    </message>
</context>
<context>
    <name>parley::console::SourcePopup</name>
    <message>
        <source>Source %1: %2</source>
        <translation>Fuente %1: %2</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Página %1</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Puntuación %1</translation>
    </message>
</context>
<context>
    <name>parley::console::StatTile</name>
    <message>
        <source>%1 against the period before</source>
        <translation>%1 frente al período anterior</translation>
    </message>
</context>
<context>
    <name>parley::console::TeamPage</name>
    <message>
        <source>Teams</source>
        <translation>Equipos</translation>
    </message>
    <message>
        <source>Add team</source>
        <translation>Añadir equipo</translation>
    </message>
    <message>
        <source>No teams yet</source>
        <translation>Aún no hay equipos</translation>
    </message>
    <message>
        <source>Without teams every case waits for everybody. Teams get the cases of their categories, in their hours.</source>
        <translation>Sin equipos, cada caso espera a todos. Los equipos reciben los casos de sus categorías, en su horario.</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n miembro</numerusform>
            <numerusform>%n miembros</numerusform>
        </translation>
    </message>
    <message>
        <source>Cases of &quot;%1&quot; stay in the queue, for everybody. Escalation rules that name it send to no team from then on. Its members stay.</source>
        <translation>Los casos de &quot;%1&quot; permanecen en la cola, para todos. Las reglas de escalado que lo nombran ya no envían a ningún equipo. Sus miembros se conservan.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Categorías</translation>
    </message>
    <message>
        <source>One a line, such as billing. Cases of these come to this team first.</source>
        <translation>Una por línea, por ejemplo billing. Los casos de estas categorías llegan primero a este equipo.</translation>
    </message>
    <message>
        <source>Cases at a time for each member</source>
        <translation>Casos a la vez por miembro</translation>
    </message>
    <message>
        <source>0: any number.</source>
        <translation>0: sin límite.</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Promised times count in these hours only.</source>
        <translation>Los tiempos prometidos solo cuentan dentro de este horario.</translation>
    </message>
</context>
<context>
    <name>parley::console::TemplateRule</name>
    <message>
        <source>There is no {%1}; there is: %2</source>
        <translation>No existe {%1}; existe: %2</translation>
    </message>
</context>
<context>
    <name>parley::console::TenantPage</name>
    <message>
        <source>Tenants</source>
        <translation>Inquilinos</translation>
    </message>
    <message>
        <source>Add tenant</source>
        <translation>Añadir inquilino</translation>
    </message>
    <message>
        <source>No organisation is served here yet</source>
        <translation>Aquí aún no se atiende a ninguna organización</translation>
    </message>
    <message>
        <source>A tenant is an organisation with its own customers, knowledge, agents and people. It can answer as soon as it is made.</source>
        <translation>Un inquilino es una organización con sus propios clientes, conocimiento, agentes y personas. Puede responder en cuanto se crea.</translation>
    </message>
    <message>
        <source>%1 · %2 · suspended</source>
        <translation>%1 · %2 · suspendido</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is shut for good: its widget stops answering, its people and programs are signed out, and its conversations, customers, documents, agents and settings can no longer be reached by anybody. Nobody will ever get the name &quot;%2&quot; again. To shut it for a while, suspend it instead.</source>
        <translation>&quot;%1&quot; se cierra definitivamente: su widget deja de responder, se cierra la sesión de sus personas y programas, y ya nadie puede acceder a sus conversaciones, clientes, documentos, agentes y configuración. Nadie volverá a tener el nombre &quot;%2&quot;. Para cerrarlo por un tiempo, suspéndalo en su lugar.</translation>
    </message>
    <message>
        <source>Act in this tenant</source>
        <translation>Actuar en este inquilino</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>As customers know it.</source>
        <translation>Tal como lo conocen los clientes.</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Nombre corto</translation>
    </message>
    <message>
        <source>For addresses and programs, such as acme. It cannot be changed later.</source>
        <translation>Para direcciones y programas, por ejemplo acme. No se puede cambiar después.</translation>
    </message>
    <message>
        <source>Ticket prefix</source>
        <translation>Prefijo de tickets</translation>
    </message>
    <message>
        <source>What references begin with, such as ACM in ACM-1042. Made from the name where it is empty; it cannot be changed later.</source>
        <translation>Con qué empiezan las referencias, como ACM en ACM-1042. Si está vacío, se forma a partir del nombre; no se puede cambiar después.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>A word of yours, such as standard.</source>
        <translation>Una palabra propia, por ejemplo standard.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Atendido</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Suspendido</translation>
    </message>
    <message>
        <source>Suspended: nobody can sign in or chat; everything is kept.</source>
        <translation>Suspendido: nadie puede iniciar sesión ni chatear; todo se conserva.</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Agents it may have</source>
        <translation>Agentes que puede tener</translation>
    </message>
    <message>
        <source>Questions and answers</source>
        <translation>Preguntas y respuestas</translation>
    </message>
    <message>
        <source>Problems and complaints</source>
        <translation>Problemas y quejas</translation>
    </message>
    <message>
        <source>Customers&apos; accounts</source>
        <translation>Cuentas de clientes</translation>
    </message>
    <message>
        <source>Specialists</source>
        <translation>Especialistas</translation>
    </message>
    <message>
        <source>Whatever is left</source>
        <translation>Todo lo demás</translation>
    </message>
    <message>
        <source>Tools it may have</source>
        <translation>Herramientas que puede tener</translation>
    </message>
    <message>
        <source>Calls of web services</source>
        <translation>Llamadas a servicios web</translation>
    </message>
    <message>
        <source>Search in documents</source>
        <translation>Búsqueda en documentos</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Integradas</translation>
    </message>
    <message>
        <source>MCP servers</source>
        <translation>Servidores MCP</translation>
    </message>
    <message>
        <source>Providers it may use</source>
        <translation>Proveedores que puede usar</translation>
    </message>
    <message>
        <source>A model on your own computers</source>
        <translation>Un modelo en sus propios servidores</translation>
    </message>
    <message>
        <source>Most agents</source>
        <translation>Máximo de agentes</translation>
    </message>
    <message>
        <source>Most tools</source>
        <translation>Máximo de herramientas</translation>
    </message>
    <message>
        <source>Most documents</source>
        <translation>Máximo de documentos</translation>
    </message>
    <message>
        <source>Most people</source>
        <translation>Máximo de personas</translation>
    </message>
    <message>
        <source>Most machine clients</source>
        <translation>Máximo de programas cliente</translation>
    </message>
    <message>
        <source>Most tokens a month</source>
        <translation>Máximo de tokens al mes</translation>
    </message>
    <message>
        <source>as the server allows</source>
        <translation>lo que permite el servidor</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Clave pública</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creado</translation>
    </message>
</context>
<context>
    <name>parley::console::TenantPicker</name>
    <message>
        <source>Tenant you act in</source>
        <translation>Inquilino en el que actúa</translation>
    </message>
    <message>
        <source>You act in</source>
        <translation>Actúa en</translation>
    </message>
    <message>
        <source>No tenant (the platform)</source>
        <translation>Ningún inquilino (la plataforma)</translation>
    </message>
</context>
<context>
    <name>parley::console::ThresholdBars</name>
    <message>
        <source>answered</source>
        <translation>respondidas</translation>
    </message>
    <message>
        <source>asked back</source>
        <translation>con aclaración</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>traspasadas</translation>
    </message>
    <message>
        <source>As it was: %1 answered, %2 asked back, %3 handed over. %4: %5, %6, %7.</source>
        <translation>Como fue: %1 respondidas, %2 con aclaración, %3 traspasadas. %4: %5, %6, %7.</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Como fue</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>igual que antes</translation>
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
        <translation>respondida</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>traspasada</translation>
    </message>
    <message>
        <source>asked back</source>
        <translation>con aclaración</translation>
    </message>
    <message>
        <source>worked out anew</source>
        <translation>calculada de nuevo</translation>
    </message>
    <message>
        <source>Confidence threshold to try</source>
        <translation>Umbral de confianza para probar</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Últimos 90 días</translation>
    </message>
    <message>
        <source>Which days</source>
        <translation>Qué días</translation>
    </message>
    <message>
        <source>Would have been otherwise</source>
        <translation>Habrían sido distintas</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Fue</translation>
    </message>
    <message>
        <source>Would be</source>
        <translation>Sería</translation>
    </message>
    <message>
        <source>Questions that would have been otherwise</source>
        <translation>Preguntas que habrían sido distintas</translation>
    </message>
    <message>
        <source>What would have been</source>
        <translation>Qué habría pasado</translation>
    </message>
    <message>
        <source>A lower threshold answers more and errs more; a higher one hands more over.</source>
        <translation>Un umbral más bajo responde más y se equivoca más; uno más alto traspasa más.</translation>
    </message>
    <message>
        <source>Put %1 into the form</source>
        <translation>Poner %1 en el formulario</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Con %1</translation>
    </message>
    <message>
        <source>No messages in these days: the more there are, the more this says.</source>
        <translation>No hay mensajes en estos días: cuantos más haya, más dice esto.</translation>
    </message>
    <message numerus="yes">
        <source>Of %n message(s) to the agents.</source>
        <translation>
            <numerusform>De %n mensaje a los agentes.</numerusform>
            <numerusform>De %n mensajes a los agentes.</numerusform>
        </translation>
    </message>
    <message>
        <source>There were more: the newest are counted.</source>
        <translation>Hubo más: se cuentan los más recientes.</translation>
    </message>
</context>
<context>
    <name>parley::console::TicketColumns</name>
    <message>
        <source>Late since %1</source>
        <translation>Con retraso desde %1</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Con retraso</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Vence %1</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignado a</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Prometido</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
</context>
<context>
    <name>parley::console::TicketFilterBar</name>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Cualquier estado</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Any priority</source>
        <translation>Cualquier prioridad</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignado a</translation>
    </message>
    <message>
        <source>Anyone&apos;s</source>
        <translation>De cualquiera</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Asignado a mí</translation>
    </message>
</context>
<context>
    <name>parley::console::TicketPanel</name>
    <message>
        <source>The question</source>
        <translation>La pregunta</translation>
    </message>
    <message>
        <source>What the agents would have answered</source>
        <translation>Qué habrían respondido los agentes</translation>
    </message>
    <message>
        <source>What they found</source>
        <translation>Qué encontraron</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Why it came to people</source>
        <translation>Por qué llegó a personas</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Priority and category</source>
        <translation>Prioridad y categoría</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>What the agents did before they gave it to people</source>
        <translation>Qué hicieron los agentes antes de pasarlo a personas</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Abrir conversación</translation>
    </message>
    <message>
        <source>Priority or category of %1</source>
        <translation>Prioridad o categoría de %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>%1 % de seguridad</translation>
    </message>
    <message>
        <source>They had no answer.</source>
        <translation>No tenían respuesta.</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>Se ha guardado %1.</translation>
    </message>
    <message>
        <source>The customer waits for an answer to this. Answer it in the conversation: that resolves the ticket, and the next who asks the same gets your answer.</source>
        <translation>El cliente espera una respuesta a esto. Respóndala en la conversación: eso resuelve el ticket, y el siguiente que pregunte lo mismo recibe su respuesta.</translation>
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
        <translation>Abrir la conversación</translation>
    </message>
    <message>
        <source>Why did it come to people?</source>
        <translation>¿Por qué llegó a personas?</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>Mostrar el cliente</translation>
    </message>
    <message>
        <source>Save priority and category</source>
        <translation>Guardar prioridad y categoría</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>No case has come to people yet</source>
        <translation>Aún no ha llegado ningún caso a personas</translation>
    </message>
    <message>
        <source>No ticket is like that</source>
        <translation>Ningún ticket es así</translation>
    </message>
    <message>
        <source>When the agents are not sure, or a customer asks for a person, the case stands here with its reference.</source>
        <translation>Cuando los agentes no están seguros, o un cliente pide hablar con una persona, el caso aparece aquí con su referencia.</translation>
    </message>
    <message>
        <source>Take a filter away to see more.</source>
        <translation>Quite un filtro para ver más.</translation>
    </message>
    <message>
        <source>Show all tickets</source>
        <translation>Mostrar todos los tickets</translation>
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
        <translation>ahora</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>hace %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
</context>
<context>
    <name>parley::console::ToolConfigPages</name>
    <message>
        <source>Time limit in milliseconds</source>
        <translation>Límite de tiempo en milisegundos</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Secretos</translation>
    </message>
    <message>
        <source>Add a secret</source>
        <translation>Añadir un secreto</translation>
    </message>
    <message>
        <source>Kept encrypted and never shown again. A header uses one by its name: Bearer {secret.token}.</source>
        <translation>Se guardan cifrados y no vuelven a mostrarse. Un encabezado usa uno por su nombre: Bearer {secret.token}.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>With places for what the agent fills in, such as https://shop.example/orders/{order_id}, and for the proven customer: {customer.user_id}.</source>
        <translation>Con marcadores para lo que completa el agente, por ejemplo https://shop.example/orders/{order_id}, y para el cliente con identidad demostrada: {customer.user_id}.</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Consulta</translation>
    </message>
    <message>
        <source>Add a parameter</source>
        <translation>Añadir un parámetro</translation>
    </message>
    <message>
        <source>Added to the address. One whose place has no value is left out.</source>
        <translation>Se añade a la dirección. Se omite el parámetro cuyo marcador no tiene valor.</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Encabezados</translation>
    </message>
    <message>
        <source>Add a header</source>
        <translation>Añadir un encabezado</translation>
    </message>
    <message>
        <source>Keys and tokens belong into the secrets below.</source>
        <translation>Las claves y los tokens van en los secretos de abajo.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Cuerpo</translation>
    </message>
    <message>
        <source>JSON with the same places. A text that is one place alone becomes its value as it is.</source>
        <translation>JSON con los mismos marcadores. Un texto que es solo un marcador se convierte en su valor tal cual.</translation>
    </message>
    <message>
        <source>What counts of the answer</source>
        <translation>Qué cuenta de la respuesta</translation>
    </message>
    <message>
        <source>A JSONPath such as $.order.state or $.items[*].title; empty: the whole answer.</source>
        <translation>Un JSONPath como $.order.state o $.items[*].title; vacío: toda la respuesta.</translation>
    </message>
    <message>
        <source>A JSONPath begins with $.</source>
        <translation>Un JSONPath empieza por $.</translation>
    </message>
    <message>
        <source>Redirects that are followed</source>
        <translation>Redirecciones que se siguen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>May be sent twice without doing twice</source>
        <translation>Puede enviarse dos veces sin efecto doble</translation>
    </message>
    <message>
        <source>A call without an answer is then tried again.</source>
        <translation>Una llamada sin respuesta se vuelve a intentar.</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>Of a streamable-HTTP server. Leave it empty for one that the operator has declared.</source>
        <translation>De un servidor streamable-HTTP. Déjela vacía para uno que haya declarado el operador.</translation>
    </message>
    <message>
        <source>Or a declared server</source>
        <translation>O un servidor declarado</translation>
    </message>
    <message>
        <source>Its name in the daemon&apos;s configuration file: mcp.servers.&lt;name&gt;.</source>
        <translation>Su nombre en el archivo de configuración del daemon: mcp.servers.&lt;name&gt;.</translation>
    </message>
    <message>
        <source>One session serves all customers, so only secrets may have a place here: {secret.key}.</source>
        <translation>Una sola sesión sirve a todos los clientes, así que aquí solo los secretos pueden tener un marcador: {secret.key}.</translation>
    </message>
    <message>
        <source>One tool of it</source>
        <translation>Una de sus herramientas</translation>
    </message>
    <message>
        <source>Its name at the server; empty: all that the server has.</source>
        <translation>Su nombre en el servidor; vacío: todas las que tiene el servidor.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Only documents of this one; empty: of all.</source>
        <translation>Solo documentos de esta; vacía: de todas.</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Categorías</translation>
    </message>
    <message>
        <source>Several, one a line.</source>
        <translation>Varias, una por línea.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Only these, by their ids, one a line; empty: all.</source>
        <translation>Solo estos, por sus ids, uno por línea; vacío: todos.</translation>
    </message>
    <message>
        <source>Most passages</source>
        <translation>Máximo de pasajes</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
    <message>
        <source>Searches the knowledge</source>
        <translation>Busca en el conocimiento</translation>
    </message>
    <message>
        <source>Opens a ticket</source>
        <translation>Abre un ticket</translation>
    </message>
    <message>
        <source>Reads the customer&apos;s earlier conversations</source>
        <translation>Lee las conversaciones anteriores del cliente</translation>
    </message>
    <message>
        <source>Hands over to a person</source>
        <translation>Traspasa a una persona</translation>
    </message>
    <message>
        <source>Sends the customer an e-mail</source>
        <translation>Envía un correo electrónico al cliente</translation>
    </message>
    <message>
        <source>Says how a text feels</source>
        <translation>Indica el ánimo de un texto</translation>
    </message>
    <message>
        <source>Looks up an order of the demo company</source>
        <translation>Consulta un pedido de la empresa de demostración</translation>
    </message>
    <message>
        <source>Changes an order of the demo company</source>
        <translation>Cambia un pedido de la empresa de demostración</translation>
    </message>
    <message>
        <source>Most entries</source>
        <translation>Máximo de entradas</translation>
    </message>
</context>
<context>
    <name>parley::console::ToolPage</name>
    <message>
        <source>HTTP – calls an API</source>
        <translation>HTTP – llama a una API</translation>
    </message>
    <message>
        <source>Knowledge – searches documents</source>
        <translation>Conocimiento – busca en documentos</translation>
    </message>
    <message>
        <source>Built in – one of Parley&apos;s own</source>
        <translation>Integrada – una de las propias de Parley</translation>
    </message>
    <message>
        <source>MCP – the tools of a server</source>
        <translation>MCP – las herramientas de un servidor</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Desactivada</translation>
    </message>
    <message>
        <source>changes something</source>
        <translation>cambia algo</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>New tool</source>
        <translation>Herramienta nueva</translation>
    </message>
    <message>
        <source>No tools yet</source>
        <translation>Aún no hay herramientas</translation>
    </message>
    <message>
        <source>With a tool an agent looks something up or does something: an order&apos;s state from your shop, a ticket in your system.</source>
        <translation>Con una herramienta, un agente consulta algo o hace algo: el estado de un pedido en su tienda, un ticket en su sistema.</translation>
    </message>
    <message>
        <source>Its settings and its secrets go with it. Agents that name it answer without it from now on.</source>
        <translation>Su configuración y sus secretos se eliminan con ella. Los agentes que la nombran responden sin ella desde ahora.</translation>
    </message>
    <message>
        <source>1 to 64 letters, digits, _ and -, without two _ side by side.</source>
        <translation>De 1 a 64 letras, cifras, _ y -, sin dos _ seguidos.</translation>
    </message>
    <message>
        <source>Test call</source>
        <translation>Llamada de prueba</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>As agents and models call it, such as order_lookup.</source>
        <translation>Como la llaman los agentes y los modelos, por ejemplo order_lookup.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>When to use it, in words for the model.</source>
        <translation>Cuándo usarla, en palabras para el modelo.</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Activada</translation>
    </message>
    <message>
        <source>It changes something</source>
        <translation>Cambia algo</translation>
    </message>
    <message>
        <source>The customer is asked before each call.</source>
        <translation>Se pregunta al cliente antes de cada llamada.</translation>
    </message>
    <message>
        <source>Only for customers whose identity is proven</source>
        <translation>Solo para clientes con identidad demostrada</translation>
    </message>
    <message>
        <source>Tools that name {customer.…} are so in any case.</source>
        <translation>Las herramientas que nombran {customer.…} lo son en todo caso.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>How it is called</source>
        <translation>Cómo se invoca</translation>
    </message>
    <message>
        <source>What it needs to know</source>
        <translation>Qué necesita saber</translation>
    </message>
    <message>
        <source>Input schema</source>
        <translation>Esquema de entrada</translation>
    </message>
    <message>
        <source>A JSON Schema of what the agent fills in. Empty: the kind&apos;s own; for HTTP nothing.</source>
        <translation>Un JSON Schema de lo que completa el agente. Vacío: el propio del tipo; para HTTP, nada.</translation>
    </message>
</context>
<context>
    <name>parley::console::ToolPages</name>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
</context>
<context>
    <name>parley::console::ToolPicker</name>
    <message>
        <source>There are no tools yet. They are made on the page Tools.</source>
        <translation>Aún no hay herramientas. Se crean en la página Herramientas.</translation>
    </message>
    <message>
        <source>%1 (switched off)</source>
        <translation>%1 (desactivada)</translation>
    </message>
    <message>
        <source>%1 (changes something: the customer confirms)</source>
        <translation>%1 (cambia algo: el cliente confirma)</translation>
    </message>
    <message>
        <source>%1 (there is no tool of this name here)</source>
        <translation>%1 (aquí no hay ninguna herramienta con este nombre)</translation>
    </message>
</context>
<context>
    <name>parley::console::ToolTestTab</name>
    <message>
        <source>Only show what would be called</source>
        <translation>Solo mostrar qué se llamaría</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Output of the tool</source>
        <translation>Salida de la herramienta</translation>
    </message>
    <message>
        <source>The tool is called as it is saved: your changes are not. Save them first.</source>
        <translation>La herramienta se llama tal como está guardada: sin sus cambios. Guárdelos primero.</translation>
    </message>
    <message>
        <source>The tool is called as it is saved, for real.</source>
        <translation>La herramienta se llama tal como está guardada, de verdad.</translation>
    </message>
    <message>
        <source>This one changes something at the other end.</source>
        <translation>Esta cambia algo en el otro extremo.</translation>
    </message>
    <message>
        <source>The tool takes no input.</source>
        <translation>La herramienta no recibe ninguna entrada.</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>El cliente</translation>
    </message>
    <message>
        <source>This tool is for customers whose identity is proven: say whom to stand for.</source>
        <translation>Esta herramienta es para clientes con identidad demostrada: indique a quién representar.</translation>
    </message>
    <message>
        <source>User id</source>
        <translation>Id de usuario</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Parley calls public addresses only, so that no tool reaches into the network it runs in. Whoever runs it can open private ones: security.outbound_allow.</source>
        <translation>Parley llama solo a direcciones públicas, para que ninguna herramienta acceda a la red en la que se ejecuta. Quien lo administra puede abrir las privadas: security.outbound_allow.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>The customer would be asked first</source>
        <translation>Primero se preguntaría al cliente</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
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
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entrada</numerusform>
            <numerusform>%n entradas</numerusform>
        </translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Steps of the turn</source>
        <translation>Pasos del turno</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
</context>
<context>
    <name>parley::console::TranscriptView</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Al final</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>Al mensaje más reciente</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nuevo</numerusform>
            <numerusform>%n nuevos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::TransferDialog</name>
    <message>
        <source>Transfer</source>
        <translation>Transferir</translation>
    </message>
    <message>
        <source>Transfer the conversation</source>
        <translation>Transferir la conversación</translation>
    </message>
    <message>
        <source>Name of a colleague or a team</source>
        <translation>Nombre de un colega o un equipo</translation>
    </message>
    <message>
        <source>Colleagues and teams</source>
        <translation>Colegas y equipos</translation>
    </message>
    <message>
        <source>Who goes on?</source>
        <translation>¿Quién continúa?</translation>
    </message>
</context>
<context>
    <name>parley::console::Tray</name>
    <message>
        <source>Open Parley</source>
        <translation>Abrir Parley</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Parley</source>
        <translation>Parley</translation>
    </message>
    <message>
        <source>Parley: nobody waits</source>
        <translation>Parley: nadie espera</translation>
    </message>
    <message numerus="yes">
        <source>Parley: %n waiting</source>
        <translation>
            <numerusform>Parley: %n en espera</numerusform>
            <numerusform>Parley: %n en espera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) of you</source>
        <translation>
            <numerusform>%n mención de usted</numerusform>
            <numerusform>%n menciones de usted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::UnsentPanel</name>
    <message>
        <source>%1, draft: %2</source>
        <translation>%1, borrador: %2</translation>
    </message>
    <message>
        <source>%1, not sent: %2</source>
        <translation>%1, sin enviar: %2</translation>
    </message>
    <message>
        <source>Written and not sent</source>
        <translation>Escrito y sin enviar</translation>
    </message>
    <message numerus="yes">
        <source>Written and not sent: %n</source>
        <translation>
            <numerusform>Escrito y sin enviar: %n</numerusform>
            <numerusform>Escritos y sin enviar: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::UploadPanel</name>
    <message>
        <source>Send again</source>
        <translation>Enviar de nuevo</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Vaciar la lista</translation>
    </message>
    <message>
        <source>Files on their way to the server</source>
        <translation>Archivos en camino al servidor</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) on their way</source>
        <translation>
            <numerusform>%n archivo en camino</numerusform>
            <numerusform>%n archivos en camino</numerusform>
        </translation>
    </message>
    <message>
        <source>All files were sent</source>
        <translation>Se han enviado todos los archivos</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be sent</source>
        <translation>
            <numerusform>No se pudo enviar %n archivo</numerusform>
            <numerusform>No se pudieron enviar %n archivos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parley::console::UploadQueue</name>
    <message>
        <source>There is no such file any more.</source>
        <translation>Ese archivo ya no existe.</translation>
    </message>
    <message>
        <source>This is a folder. Drop the files that are in it.</source>
        <translation>Esto es una carpeta. Suelte los archivos que contiene.</translation>
    </message>
    <message>
        <source>Only PDF, DOCX, Markdown, HTML, text and CSV can be read.</source>
        <translation>Solo se pueden leer PDF, DOCX, Markdown, HTML, texto y CSV.</translation>
    </message>
    <message>
        <source>You may not read this file.</source>
        <translation>No tiene permiso para leer este archivo.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>El archivo está vacío.</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadido</translation>
    </message>
    <message>
        <source>Added, though another document has the very same contents</source>
        <translation>Añadido, aunque otro documento tiene exactamente el mismo contenido</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>The file has %1; the server takes 100 MB.</source>
        <translation>El archivo tiene %1; el servidor acepta 100 MB.</translation>
    </message>
</context>
<context>
    <name>parley::console::Urgency</name>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Media</translation>
    </message>
</context>
<context>
    <name>parley::console::UsageCard</name>
    <message>
        <source>Tokens a month</source>
        <translation>Tokens al mes</translation>
    </message>
    <message>
        <source>When they are used up, answers are taken from the documents word for word.</source>
        <translation>Cuando se agotan, las respuestas se toman literalmente de los documentos.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>Share of the budget that is used</source>
        <translation>Parte del presupuesto que se ha usado</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Presupuesto</translation>
    </message>
    <message>
        <source>%1: %2 tokens, at a cost of %3.</source>
        <translation>%1: %2 tokens, con un coste de %3.</translation>
    </message>
    <message>
        <source>%1: %2 requests, %3 tokens read, %4 written, %5</source>
        <translation>%1: %2 solicitudes, %3 tokens leídos, %4 escritos, %5</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 (the platform&apos;s)</source>
        <translation>%1 %2 (de la plataforma)</translation>
    </message>
    <message>
        <source>No model is asked: answers are taken from the documents word for word.</source>
        <translation>No se consulta ningún modelo: las respuestas se toman literalmente de los documentos.</translation>
    </message>
    <message>
        <source>Asked now, one after the other: %1</source>
        <translation>Se consultan ahora, uno tras otro: %1</translation>
    </message>
</context>
<context>
    <name>parley::console::UserBar</name>
    <message>
        <source>Online: cases may be given to me</source>
        <translation>En línea: se me pueden asignar casos</translation>
    </message>
    <message>
        <source>Busy: no new cases</source>
        <translation>No disponible: sin casos nuevos</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Preferencias…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
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
        <translation>Administrador de la plataforma</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Supporter</source>
        <translation>Persona de soporte</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Añadir persona</translation>
    </message>
    <message>
        <source>Nobody works here yet</source>
        <translation>Aún no trabaja nadie aquí</translation>
    </message>
    <message>
        <source>Supporters answer customers, managers also set up how that is done.</source>
        <translation>Las personas de soporte responden a los clientes; los responsables también configuran cómo se hace.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 · may not sign in</source>
        <translation>%1 · %2 · no puede iniciar sesión</translation>
    </message>
    <message>
        <source>%1 is signed out at once and cannot sign in again. Cases in their hands go back to the queue. What they wrote stays, under their name.</source>
        <translation>La sesión de %1 se cierra de inmediato y no podrá volver a iniciarse. Los casos en sus manos vuelven a la cola. Lo que escribió se conserva, con su nombre.</translation>
    </message>
    <message>
        <source>Supporter: answers customers</source>
        <translation>Persona de soporte: responde a los clientes</translation>
    </message>
    <message>
        <source>Manager: also sets up agents, knowledge and people</source>
        <translation>Responsable: también configura agentes, conocimiento y personas</translation>
    </message>
    <message>
        <source>Platform admin: all tenants</source>
        <translation>Administrador de la plataforma: todos los inquilinos</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Customers see it when this person answers.</source>
        <translation>Los clientes lo ven cuando responde esta persona.</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Dirección de correo electrónico</translation>
    </message>
    <message>
        <source>To sign in with; it cannot be changed later.</source>
        <translation>Para iniciar sesión; no se puede cambiar después.</translation>
    </message>
    <message>
        <source>May do</source>
        <translation>Puede hacer</translation>
    </message>
    <message>
        <source>Another role ends where they are signed in.</source>
        <translation>Otro rol cierra las sesiones que tenga iniciadas.</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Inicio de sesión</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>Puede iniciar sesión</translation>
    </message>
    <message>
        <source>May not sign in</source>
        <translation>No puede iniciar sesión</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>At least 8 characters, 12 on a server in production. Tell it to them yourself; it ends where they are signed in. Once they have one, leave this empty to keep it.</source>
        <translation>Al menos 8 caracteres, 12 en un servidor en producción. Comuníquesela usted mismo; cierra las sesiones que tenga abiertas. Si ya tiene una, deje esto vacío para conservarla.</translation>
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
        <translation>Versión</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>No versions yet</source>
        <translation>Aún no hay versiones</translation>
    </message>
    <message>
        <source>Every time the agent is saved, what it was is kept here.</source>
        <translation>Cada vez que se guarda el agente, aquí se conserva lo que era.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>− as it was then    + as it is now</source>
        <translation>− como era entonces    + como es ahora</translation>
    </message>
    <message>
        <source>Roll back to version %1…</source>
        <translation>Volver a la versión %1…</translation>
    </message>
    <message>
        <source>Choose a version to see what has changed since.</source>
        <translation>Elija una versión para ver qué ha cambiado desde entonces.</translation>
    </message>
    <message>
        <source>What has changed since version %1</source>
        <translation>Qué ha cambiado desde la versión %1</translation>
    </message>
    <message>
        <source>Version %1 is the present one</source>
        <translation>La versión %1 es la actual</translation>
    </message>
    <message>
        <source>Nothing differs: the agent is again what it was then.</source>
        <translation>No hay diferencias: el agente vuelve a ser lo que era entonces.</translation>
    </message>
    <message>
        <source>Choose an older version to see what has changed since.</source>
        <translation>Elija una versión anterior para ver qué ha cambiado desde entonces.</translation>
    </message>
</context>
<context>
    <name>parley::console::WeekEditor</name>
    <message>
        <source>Around the clock</source>
        <translation>Las 24 horas</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>A fixed distance from UTC: summer time is not followed.</source>
        <translation>Una diferencia fija respecto a UTC: no se sigue el horario de verano.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Give hours to at least one day, or choose around the clock.</source>
        <translation>Indique un horario para al menos un día o elija las 24 horas.</translation>
    </message>
</context>
<context>
    <name>parley::console::WholeList</name>
    <message>
        <source>Only the first %1 are listed here; the server has more.</source>
        <translation>Aquí solo están los primeros %1; el servidor tiene más.</translation>
    </message>
</context>
<context>
    <name>parley::console::WidgetDesignerPages</name>
    <message>
        <source>Chat widget</source>
        <translation>Widget de chat</translation>
    </message>
</context>
<context>
    <name>parley::console::WidgetPage</name>
    <message>
        <source>Save the widget</source>
        <translation>Guardar el widget</translation>
    </message>
    <message>
        <source>Open the widget in the browser</source>
        <translation>Abrir el widget en el navegador</translation>
    </message>
    <message>
        <source>Copy the widget&apos;s code</source>
        <translation>Copiar el código del widget</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Chat widget</source>
        <translation>Widget de chat</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Header, buttons and launcher. Text and links take shades of it that can be read, in light and dark.</source>
        <translation>Encabezado, botones y botón de apertura. El texto y los enlaces toman tonos legibles de él, en claro y en oscuro.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Saludo</translation>
    </message>
    <message>
        <source>The first thing a customer reads.</source>
        <translation>Lo primero que lee un cliente.</translation>
    </message>
    <message>
        <source>Suggested questions</source>
        <translation>Preguntas sugeridas</translation>
    </message>
    <message>
        <source>One a line; a click asks it.</source>
        <translation>Una por línea; un clic la hace.</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>Esquina</translation>
    </message>
    <message>
        <source>Lower right</source>
        <translation>Abajo a la derecha</translation>
    </message>
    <message>
        <source>Lower left</source>
        <translation>Abajo a la izquierda</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Of its buttons and hints, where the visitor&apos;s own is not among en, de, es, fr and ar.</source>
        <translation>De sus botones e indicaciones, cuando el del visitante no está entre en, de, es, fr y ar.</translation>
    </message>
    <message>
        <source>Ask for an e-mail address while a person is awaited</source>
        <translation>Pedir una dirección de correo electrónico mientras se espera a una persona</translation>
    </message>
    <message>
        <source>So that the answer reaches customers who have left.</source>
        <translation>Para que la respuesta llegue a los clientes que se han ido.</translation>
    </message>
    <message>
        <source>Where it may run</source>
        <translation>Dónde puede ejecutarse</translation>
    </message>
    <message>
        <source>Allowed sites</source>
        <translation>Sitios permitidos</translation>
    </message>
    <message>
        <source>One a line, exactly as browsers send it, such as https://shop.example. Pages of other sites get no answer. * allows every site.</source>
        <translation>Uno por línea, exactamente como lo envían los navegadores, por ejemplo https://shop.example. Las páginas de otros sitios no obtienen respuesta. * permite todos los sitios.</translation>
    </message>
    <message>
        <source>Who is chatting</source>
        <translation>Quién chatea</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Anybody may chat; signed-in customers may be named</source>
        <translation>Cualquiera puede chatear; los clientes con sesión iniciada pueden identificarse</translation>
    </message>
    <message>
        <source>Signed-in customers only</source>
        <translation>Solo clientes con sesión iniciada</translation>
    </message>
    <message>
        <source>Your site names a customer by user_id and user_hash, an HMAC-SHA256 made with the identity secret. Without it nobody can see somebody else&apos;s conversations.</source>
        <translation>Su sitio identifica a un cliente con user_id y user_hash, un HMAC-SHA256 creado con el secreto de identidad. Sin él, nadie puede ver las conversaciones de otra persona.</translation>
    </message>
    <message>
        <source>New identity secret…</source>
        <translation>Nuevo secreto de identidad…</translation>
    </message>
    <message>
        <source>Open live preview</source>
        <translation>Abrir la vista previa en vivo</translation>
    </message>
    <message>
        <source>Code to embed the widget</source>
        <translation>Código para insertar el widget</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Copiar el código</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>On your site</source>
        <translation>En su sitio</translation>
    </message>
    <message>
        <source>Put this before &lt;/body&gt; of every page that shall have the chat.</source>
        <translation>Ponga esto antes de &lt;/body&gt; en cada página que deba tener el chat.</translation>
    </message>
    <message>
        <source>Changes to the widget are not saved.</source>
        <translation>Los cambios en el widget no están guardados.</translation>
    </message>
    <message>
        <source>Saved. Open pages show it when they are loaded again.</source>
        <translation>Guardado. Las páginas abiertas lo muestran cuando se vuelven a cargar.</translation>
    </message>
    <message>
        <source>The live preview is the real widget and shows what is saved. Save first, or discard.</source>
        <translation>La vista previa en vivo es el widget real y muestra lo que está guardado. Guarde primero o descarte.</translation>
    </message>
    <message>
        <source>Allow it and open</source>
        <translation>Permitirlo y abrir</translation>
    </message>
    <message>
        <source>The preview could not be opened: another program uses %1 (%2).</source>
        <translation>No se pudo abrir la vista previa: otro programa usa %1 (%2).</translation>
    </message>
    <message>
        <source>No browser could be started. Open %1 yourself.</source>
        <translation>No se pudo iniciar ningún navegador. Abra %1 usted mismo.</translation>
    </message>
    <message>
        <source>Only signed-in customers may chat, and the preview names nobody: it shows the looks, and opening a chat in it is refused.</source>
        <translation>Solo pueden chatear clientes con sesión iniciada y la vista previa no identifica a nadie: muestra el aspecto, pero se rechaza abrir un chat en ella.</translation>
    </message>
    <message>
        <source>Make a new identity secret?</source>
        <translation>¿Crear un nuevo secreto de identidad?</translation>
    </message>
    <message>
        <source>The old one counts no longer: until your site signs with the new one, its signed-in customers are strangers here and do not see their earlier conversations.</source>
        <translation>El anterior deja de valer: hasta que su sitio firme con el nuevo, sus clientes con sesión iniciada son desconocidos aquí y no ven sus conversaciones anteriores.</translation>
    </message>
    <message>
        <source>Make a new secret</source>
        <translation>Crear un nuevo secreto</translation>
    </message>
    <message>
        <source>The identity secret</source>
        <translation>El secreto de identidad</translation>
    </message>
    <message>
        <source>Keep it now, where only your site&apos;s server can read it: whoever has it can name themselves as any customer. It cannot be shown again.</source>
        <translation>Guárdelo ahora, donde solo el servidor de su sitio pueda leerlo: quien lo tenga puede hacerse pasar por cualquier cliente. No se puede volver a mostrar.</translation>
    </message>
    <message>
        <source>Identity secret</source>
        <translation>Secreto de identidad</translation>
    </message>
    <message>
        <source>The widget answers on allowed sites alone, and the preview comes from this computer (%1), which is not among them. Allowing it lets pages that run on the computer of whoever looks at them chat here, and nothing else; it is taken off the list when you leave this page.</source>
        <translation>El widget solo responde en los sitios permitidos, y la vista previa procede de este dispositivo (%1), que no está entre ellos. Permitirlo deja chatear aquí a las páginas que se ejecutan en el dispositivo de quien las mira, y nada más; se quita de la lista cuando usted sale de esta página.</translation>
    </message>
</context>
<context>
    <name>parley::console::WidgetPreview</name>
    <message>
        <source>About how the chat will look</source>
        <translation>Así se verá aproximadamente el chat</translation>
    </message>
    <message>
        <source>While somebody is awaited, the chat asks for an e-mail address.</source>
        <translation>Mientras se espera a alguien, el chat pide una dirección de correo electrónico.</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>Escriba un mensaje…</translation>
    </message>
</context>
<context>
    <name>parley::console::WidgetRules</name>
    <message>
        <source>A colour is # and six digits or letters to f, such as #1f5fbf.</source>
        <translation>Un color es # y seis cifras o letras hasta la f, por ejemplo #1f5fbf.</translation>
    </message>
    <message>
        <source>A language such as en or de-AT.</source>
        <translation>Un idioma como en o de-AT.</translation>
    </message>
    <message>
        <source>At most %1 lines; these are %2.</source>
        <translation>Como máximo %1 líneas; aquí hay %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no origin. It looks like https://shop.example: small letters, no path and no / at its end; or * for every site.</source>
        <translation>&quot;%1&quot; no es un origen. Tiene la forma https://shop.example: minúsculas, sin ruta y sin / al final; o * para todos los sitios.</translation>
    </message>
    <message>
        <source>At most %1 questions; these are %2.</source>
        <translation>Como máximo %1 preguntas; aquí hay %2.</translation>
    </message>
    <message>
        <source>A question may have %1 characters.</source>
        <translation>Una pregunta puede tener %1 caracteres.</translation>
    </message>
</context>
<context>
    <name>parley::console::Words</name>
    <message>
        <source>Upset</source>
        <translation>Molesto</translation>
    </message>
    <message>
        <source>Pleased</source>
        <translation>Satisfecho</translation>
    </message>
    <message>
        <source>Calm</source>
        <translation>Tranquilo</translation>
    </message>
    <message>
        <source>Visitor %1</source>
        <translation>Visitante %1</translation>
    </message>
    <message>
        <source>With agents</source>
        <translation>Con los agentes</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>With a person</source>
        <translation>Con una persona</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrada</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Tomado</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resuelto</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Sitio web</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Web form</source>
        <translation>Formulario web</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>The customer asked for a person</source>
        <translation>El cliente pidió una persona</translation>
    </message>
    <message>
        <source>The agents were not sure enough</source>
        <translation>Los agentes no estaban bastante seguros</translation>
    </message>
    <message>
        <source>The knowledge has no answer</source>
        <translation>El conocimiento no tiene respuesta</translation>
    </message>
    <message>
        <source>A word that is always for people</source>
        <translation>Una palabra que siempre es para personas</translation>
    </message>
    <message>
        <source>Something failed</source>
        <translation>Algo falló</translation>
    </message>
    <message>
        <source>It took too long</source>
        <translation>Tardó demasiado</translation>
    </message>
    <message>
        <source>A tool failed</source>
        <translation>Falló una herramienta</translation>
    </message>
    <message>
        <source>A person took it over</source>
        <translation>Una persona se hizo cargo</translation>
    </message>
    <message>
        <source>Nobody answered in time</source>
        <translation>Nadie respondió a tiempo</translation>
    </message>
    <message>
        <source>Whoever had it left</source>
        <translation>Quien lo tenía se fue</translation>
    </message>
    <message>
        <source>A legal matter</source>
        <translation>Un asunto legal</translation>
    </message>
    <message>
        <source>A matter of security</source>
        <translation>Un asunto de seguridad</translation>
    </message>
</context>
</TS>
