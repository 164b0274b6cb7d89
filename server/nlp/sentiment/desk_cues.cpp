// SPDX-License-Identifier: MIT
#include "server/nlp/sentiment/support_words.h"

namespace parley::server::nlp {

std::vector<CueGroup> deskCues()
{
    using enum CueKind;
    // Words that say nothing of a mood, but much of whom a text is written to.
    return {
        {Plain,
         0,
         1.2F,
         "how do i,how do we,how can i,how can we,can you,could you,can i,can we,is there a way,is it "
         "possible,"
         "where do i,where can i,where is my,i need,we need,i would like to,i was charged,my account,our "
         "account,"
         "my order,my subscription,our subscription,my invoice,my package,my refund,our workspace,my "
         "workspace,our team,"
         "your support,your team,your app,your service,your product,your website,your system,your platform,"
         "your company,customer service,customer support,support team,customer since,let me know,trying to,"
         "how long does,what is your,do you offer,do you have,do you support,do you ship,i want to,not able "
         "to,"
         "help me,i ordered,i bought,i purchased,i signed up,we signed up,tech support,live chat,ticket "
         "number,"
         "order number,tracking number,my plan,our plan,my password,reset my,can someone,get a refund,a "
         "refund"},
        {Plain,
         0,
         0.6F,
         "account,login,password,order,orders,invoice,invoices,billing,billed,subscription,plan,plans,"
         "payment,"
         "payments,upgrade,downgrade,ticket,tickets,app,dashboard,integration,api,webhook,sync,settings,"
         "email,"
         "emails,workspace,delivery,shipping,shipment,tracking,package,customer,customers,user,users,admin,"
         "feature,"
         "features,export,import,csv,license,licence,trial,renewal,notification,notifications,automation,"
         "server,"
         "database,browser,chrome,install,installed,installation,update,version,website,reset,verify,"
         "verification,"
         "product,products,service,data,team,mobile,android,ios,sso,2fa,enterprise,configure,configuration,"
         "setup,"
         "set up,log in,sign "
         "in,documentation,checkout,cart,promo,coupon,return,exchange,replacement,transaction,"
         "bank,transfer,card,address,profile,permission,permissions,role,roles,device,report,reports,"
         "transfer,transfers,fee,fees,"
         "withdrawal,withdrawals,atm,currency,currencies,balance,deposit,deposits,top "
         "up,statement,beneficiary,"
         "charged,charge,hotel,booking,reservation,appointment,contract,warranty,router,modem,internet,"
         "software,"
         "error,bug,refund,refunds,cancel,request,requested,contacted,representative,agent"},
    };
}

std::string_view commonWords(CueLanguage language)
{
    switch (language) {
    case CueLanguage::English:
        return "the,and,is,are,was,were,to,of,it,this,that,you,your,my,with,have,has,for,been,from,we,they,"
               "what,how,"
               "why,where,which,there,do,does,did,am,an,but,at,be,when,cannot,im,ive,dont,its,our";
    case CueLanguage::German:
        return "und,ist,nicht,ich,das,die,der,ein,eine,mit,auf,fur,mein,meine,meinen,wir,sie,ihr,ihre,wie,"
               "kann,bitte,"
               "habe,hat,haben,wurde,seit,noch,auch,dem,den,zu,von,immer,schon,kein,keine,warum,wann,bei,"
               "sind,ihren,"
               "hallo,danke,mir,mich,konnen,werden,sehr,aber,oder,nach,wieder,es,zum,geht,vielen,guten";
    case CueLanguage::Spanish:
        return "el,los,las,es,un,una,y,que,del,mi,mis,con,por,para,como,pero,muy,esta,estoy,tengo,hola,"
               "gracias,puedo,"
               "favor,su,sus,ya,desde,cuando,donde,porque,ha,he,lo,al,se,este,esto,cuenta,pedido,necesito,"
               "quiero,mas,"
               "todavia,nunca,hace,usted,ustedes,pueden,son,nadie,nada";
    case CueLanguage::French:
        return "le,les,des,du,est,je,vous,nous,et,un,une,mon,ma,mes,pas,pour,avec,sur,qui,que,dans,ai,"
               "bonjour,merci,"
               "votre,vos,ce,cette,plus,mais,comment,depuis,toujours,ne,au,aux,suis,puis,pouvez,sont,il,elle,"
               "ca,cest,"
               "jai,nai,encore,tres,compte,commande,rien,jamais,personne,avez,ete,quand,pourquoi";
    }
    return {};
}

} // namespace parley::server::nlp
