// SPDX-License-Identifier: MIT
#include "server/nlp/sentiment/support_words.h"

namespace parley::server::nlp {

std::vector<CueGroup> englishCues()
{
    using enum CueKind;
    return {
        {Anger,
         -3.2F,
         0,
         "furious,outraged,outrageous,livid,enraged,fuming,disgusted,disgusting,disgraceful,disgrace,"
         "pathetic,"
         "fed up,sick of,sick and tired,had enough,enough is enough,beyond "
         "frustrated,incompetent,incompetence,"
         "wtf,bullshit,fuck*,shit,shitty,idiots,stupid,moron*,garbage,thieves,thief,robbed,robbery,"
         "liars,lied to,worst company,worst service,worst experience,worst support,worst customer service,"
         "absolute worst,the worst,never again,waste of time,waste of money,wasted my time,how dare,shame on,"
         "no excuse,inexcusable,inexcusably,zero stars,one star,rip off,ripoff,ripped off,"
         "joke of a,is a joke,a joke,this is insane,screw you,screwed,hate this,i hate,hate your,hate you,"
         "completely unacceptable,totally unacceptable,absolutely unacceptable,absolutely furious"},
        {Anger,
         -2.6F,
         0,
         "unacceptable,ridiculous,ridiculously,useless,worthless,trash,scam,scammed,scammers,awful,terrible,"
         "terribly,horrible,horrendous,appalling,atrocious,abysmal,dreadful,nightmare,disaster,fiasco,absurd,"
         "insulting,insulted,angry,pissed,pissed "
         "off,damn,crap,unbelievable,lawyer,lawyers,attorney,sue,sueing,suing,"
         "legal action,small claims,bbb,better business bureau,consumer protection,social media,"
         "demand a refund,demand my money,want my money back,give me my money back,demand an explanation,"
         "demand answers,i demand,cancel everything,cancel my account immediately,losing customers,lose a "
         "customer,"
         "leaving for a competitor,switching to a competitor,"
         "taking my business elsewhere,take my business elsewhere,extremely disappointed,extremely "
         "frustrated,"
         "very frustrated,very disappointed,incredibly frustrating,extremely frustrating,zero support,"
         "last straw,laughable,unprofessional,false advertising,stole,stealing,lying,liar"},
        {Problem,
         -2.0F,
         0,
         "frustrated,frustrating,frustration,disappointed,disappointing,disappointment,annoyed,annoying,"
         "upset,"
         "unhappy,dissatisfied,poor service,bad service,bad experience,poor experience,terrible service,"
         "no response,no reply,no answer,no one responds,no one has,nobody has,nobody responds,nobody "
         "replies,"
         "nobody answers,no one answers,no one is helping,nobody is helping,no help,no resolution,no "
         "solution,"
         "ignored,ignoring,unanswered,havent heard,not heard back,never heard back,havent received a "
         "response,"
         "havent gotten a response,never got a response,never received,never arrived,never came,never showed "
         "up,"
         "run around,runaround,passed around,unresolved,let "
         "down,letdown,unreliable,misleading,misled,deceptive,"
         "overcharged,overcharging,double charged,charged twice,charged me twice,billed twice,charged two "
         "times,"
         "charged again,still charged,still being charged,keep charging,keeps "
         "charging,unauthorized,unauthorised,"
         "hacked,compromised,data loss,lost all,lost everything,lost my data,lost our data,lost hours,"
         "losing money,lost money,lost revenue,losing revenue,losing sales,costing us,cost us,missed "
         "deadline*,"
         "missed the deadline,not happy,not satisfied,not impressed,not good enough,not acceptable,"
         "unimpressed,ruined,broken promise*,too long,taking forever,takes forever,regret,regretting,"
         "tired of,serious problem,seriously impacted,is killing,not helpful,unhelpful,rude,what is going "
         "on"},
        {Problem,
         -1.4F,
         0,
         "broken,crash*,lost,stolen,outage,outages,downtime,defective,damaged,destroyed,faulty,corrupted,"
         "vanished,"
         "disappeared,disappearing,disappear,fraud,fraudulent,suspicious,complaint,complaints,complain,"
         "complaining,"
         "dispute,disputing,chargeback,not working,isnt working,arent working,stopped working,stop working,"
         "doesnt work,dont work,didnt work,wont work,not functioning,is down,are down,was down,been "
         "down,went down,"
         "goes down,locked out,locked me "
         "out,worried,worrying,concerned,concerning,anxious,stressed,stressful,"
         "cancelling,canceling,switch to,competitor,competitors,"
         "escalate,escalation,speak to a manager,speak to your manager,talk to a manager,speak with a "
         "manager,"
         "supervisor,mess,messed up,unusable,impossible,painful,fail*,sucks,suck,terminated"},
        {Problem,
         -0.9F,
         0,
         "error,errors,bug,bugs,buggy,glitch,glitches,glitchy,problem,problems,problematic,trouble,troubles,"
         "wrong,incorrect,incorrectly,late,delayed,delay,delays,slow,slowly,laggy,lagging,sluggish,freeze,"
         "freezes,"
         "freezing,frozen,hangs,stuck,missing,unable to,cant log in,cant login,cannot log in,cannot "
         "login,cant sign in,"
         "cant access,cannot "
         "access,overdue,duplicate,duplicates,duplicated,dropped,dropping,blocked,blocking,blocks,"
         "rejected,declined,denied,refused,refuses,timeout,timeouts,timing out,timed "
         "out,refund,refunds,refunded,"
         "money back,overcharge,expensive,overpriced,confused,confusing,disrupted,disruption,spam,broke,"
         "warning,suspended,deactivated,banned,inconvenience,inconvenient,unfortunately,unexpected,"
         "unexpectedly,"
         "strange,weird,lose,losing,loses,poor,bad,worse,sad,hard to use,difficult to "
         "use,cancel,cancelled,canceled,"
         "cancellation,vulnerability,breach,leak,leaked,infinite loop,spinning,blank page,blank screen,"
         "white screen,black screen,kicked out,logged out,logs me out,500 error,404,cant figure "
         "out,kills,killing"},
        {Problem,
         -0.5F,
         0,
         "issue,issues,cannot,cant,isnt,arent,doesnt,didnt,wont,couldnt,expired,limit reached,"
         "not showing,not appearing,not syncing,overwhelmed,confusion,tedious,no longer,nothing "
         "happens,nothing works"},
        {Praise,
         2.6F,
         0,
         "excellent,amazing,amazingly,awesome,fantastic,wonderful,outstanding,superb,brilliant,incredible,"
         "phenomenal,exceptional,stellar,flawless,flawlessly,game changer,gamechanger,life saver,lifesaver,"
         "absolutely love,really love,love it,love this,loving,in love with,we love,i love,highly recommend,"
         "keep up the good work,keep up the great work,keep it up,exceeded my expectations,"
         "exceeded our expectations,exceeded expectations,above and beyond,best support,best service,"
         "best customer service,the best,five stars,5 stars,big fan,huge fan,works like a charm,so "
         "happy,very happy,"
         "extremely happy,super happy,thrilled,delighted,blown "
         "away,impressed,impressive,transformed,delightful,"
         "saved my day,made my day,you rock,you guys rock,rockstar,kudos,shoutout,shout out,thumbs up,"
         "couldnt be happier,cant thank you enough,cant recommend enough"},
        {Praise,
         1.7F,
         0,
         "great,good job,great job,well done,nice work,great "
         "work,perfect,perfectly,happy,pleased,satisfied,glad,"
         "grateful,enjoy,enjoying,enjoyed,enjoys,love,loved,loves,recommend,helpful,friendly,smooth,smoothly,"
         "intuitive,beautiful,beautifully,easy to use,quick response,fast response,prompt response,quickly "
         "resolved,"
         "super helpful,very helpful,saved us,saved me,saves us,saves "
         "me,nice,excited,exciting,reliable,professional,"
         "works great,working great,works perfectly,working perfectly,works "
         "beautifully,useful,improved,good"},
        {Success,
         1.6F,
         0,
         "works now,working now,work now,works again,working again,worked perfectly,that worked,it "
         "worked,this worked,"
         "that fixed,fixed it,is fixed,its fixed,fixed now,all fixed,now fixed,problem solved,solved it,is "
         "solved,"
         "issue resolved,is resolved,all good,all set,sorted,sorted out,all sorted,back to normal,solved my "
         "problem,"
         "resolved my issue,resolved my problem,fixed my issue,fixed the issue,resolved the issue,solved the "
         "problem,"
         "helped a lot,arrived safely,got my refund,received my refund,understood"},
        {Thanks,
         1.3F,
         0,
         "thank you so much,thanks so much,thank you very much,thanks a lot,many thanks,thanks a million,"
         "thank you,thanks,thx,ty,thank u,tysm,appreciate it,appreciated,much appreciated,appreciate"},
        {Plain,
         0,
         0.4F,
         "please,pls,plz,kindly,thanks in advance,thank you in advance,thanks for your help,thank you for "
         "your help,"
         "thanks for any help,thank you for your time,thanks for your time,thank you for your assistance,"
         "thank you for your attention,thank you for your patience,would appreciate,appreciate any,"
         "appreciate your help,appreciate a,would be appreciated,be appreciated,appreciate if,"
         "kind regards,best regards,warm regards,regards,best wishes,"
         "with best,sincerely,yours truly,yours faithfully,look forward to hearing,looking forward to "
         "hearing,"
         "hope this finds you well,hope this message finds you well,hope this email finds you well,"
         "hope you are well,hope youre well,hope you are doing well,hope youre doing well,"
         "good morning,good afternoon,good evening,good day,hi there,hello there,dear team,hi team,hello "
         "team,"
         "would like,id like,would love,id love,wed love,would love to,love to,happy to,glad to,be great if,"
         "would be great,would be helpful,would be awesome,would be amazing,would be nice,would be perfect,"
         "be incredibly useful,help,"
         "helps,helping,helped,assist,assistance,support,supports,best way,best practice,best practices,best "
         "option,"
         "good way,good time,good idea,easy way,easier way,is it okay,is it ok,no problem,not a problem,no "
         "rush,"
         "no hurry,no worries,customer care,no issues,no issue,without issue,without any issue,without "
         "problem,"
         "without problems,error message,error code,error log,error logs,bug report,issue tracker,github "
         "issue,"
         "github issues,jira issue,jira issues,refund policy,return policy,cancellation policy,cancellation "
         "process,"
         "how do i cancel,how to cancel,cancel button,good standing,problem solving,warranty,set up "
         "correctly,"
         "works fine,working fine,worked fine,was working,is fine,are fine,no longer need,credit card,gift "
         "card,"
         "gift cards,debit card,error handling,issue a refund,dark mode,best,well,warmly,cheers"},
        {Plain,
         0,
         0,
         "hi,hello,hey,dear,share,shared,sharing,growth,security,secure,active,free,sure,like,want,hope,"
         "hoping,"
         "interested,interest,number,no,yes,ok,okay,matter,value,important,create,created,creative,credit,"
         "agree,"
         "agreement,accept,accepted,clear,clearly,special,ability,able,gift,reward,rewards,benefit,benefits,"
         "profit,care,trust,trusted,top,pay,paid,charge,charged,charges,low,limited,limit,stop,stops,stopped,"
         "alert,"
         "alerts,alarm,cut,miss,discount,save,saved,saves,saving,solve,solution,solutions,resolve,resolved,"
         "resolution,success,successful,successfully,fine,easy,easily,easier,strong,strict,comfortable,worth,"
         "fair,natural,novel,safe,safely,safety,confidence,confident,confidential,ensure,effective,"
         "effectively,"
         "efficient,efficiently,improve,improvement,positive,welcome,join,joined,joining,promise,protect,"
         "protected,protection,responsible,appropriate,asset,assets,award,advantage,better,challenge,"
         "challenging,"
         "competitive,debt,dirty,drag,drop,fire,fired,foe,friend,friends,fun,god,honest,kind,party,play,"
         "player,"
         "pressure,prevent,question,questions,ready,relief,remove,risk,risks,significant,significantly,"
         "sincere,"
         "smart,sorry,sort,strange behaviour,strength,struggle,suspect,tough,true,truth,unique,vision,"
         "warm,wish,won,apologize,apologies,commit,committed,commitment,opportunity,original,emergency exit,"
         "dead,die,kill,attack,fight,weak,demand,defect,delay notice,critical "
         "path,grant,granted,justice,legal,"
         "legally,wealth,relevant,rich,popular,perfectly clear,treasure,novelty,certain,certainly,definitely,"
         "curious,eager,expand,forgot,forget,forgotten,hidden,hide,ignore,leave,left,lone,alone,negative,"
         "notice,"
         "doubt,odd,oops,quit,short,shortage,interrupt,interrupted,misunderstood,heart,super,straight,sunny,"
         "substantial,supporter,supporting,supported,supportive,worth it,prospect,pretty"},
        {Working,
         0,
         0,
         "work,working,works,worked,load,loading,loads,loaded,open,opening,sync,syncing,synced,save "
         "correctly,"
         "send,sending,sent,receive,receiving,received,arrive,arrived,arriving,connect,connecting,connected,"
         "log,"
         "login,access,update,updating,updated,respond,responding,responded,appear,appearing,showing,show,"
         "function,functioning,delivered,shipped,resolved,fixed,answered,replied,processed,processing,going,"
         "accepting,recognized,recognised,trigger,triggering,firing,coming,refunded,credited,help,helping"},
        {Negation,
         0,
         0,
         "not,never,without,hardly,barely,wasnt,werent,havent,hasnt,hadnt,neither,nor,aint,nt,zero,"
         "refuses to,fails to,stopped,nothing"},
        {Wish, 0, 0, "would,could,should,if,hope to,hoping to,wish,might,can,may,when,will"},
        {Repeat,
         -1.5F,
         0.3F,
         "still waiting,been waiting,waiting for,still not,still no,still havent,still hasnt,still "
         "having,still broken,"
         "second time,third time,fourth time,fifth time,2nd time,3rd time,4th time,5th time,multiple times,"
         "several times,many times,so many times,three times,four times,five times,ten times,twice already,"
         "over and over,again and again,keeps happening,happened again,happening again,happens "
         "again,repeatedly,"
         "every single time,yet again,once again,another week,days now,weeks now,hours now,for days,for "
         "weeks,"
         "for months,for hours,follow up again,contacted you twice,emailed twice,called twice,already "
         "emailed,"
         "already contacted,already called,already told,already explained,third consecutive,second "
         "consecutive,"
         "third ticket,second ticket,third email,second email,no update,no updates,any update,in a "
         "row,keeps,keep getting,"
         "tried everything"},
        {Urgent,
         -0.8F,
         0.3F,
         "urgent,urgently,asap,immediately,right now,critical,emergency,time sensitive,as soon as possible,"
         "end of day,right away,at once,immediate"},
        {Sarcasm,
         -2.6F,
         1.8F,
         "oh great,just great,great another,great now,great job breaking,nice job breaking,good job breaking,"
         "wonderful another,fantastic another,lovely another,perfect another,awesome another,brilliant "
         "another,"
         "thanks for nothing,so much for,yeah right,love it when,love that your,good luck getting,"
         "gee thanks,thanks a lot for,thanks for ruining,thanks for wasting,thanks for ignoring,bravo,"
         "how hard can it be,how hard is it,what a joke,real nice,must be nice,congratulations you,way to go,"
         "do you even,does anyone even,is anyone even,are you kidding,you kidding me,are you serious,"
         "just what i needed,exactly what i needed another,thrilled to,slow clap"},
    };
}

} // namespace parley::server::nlp
