// SPDX-License-Identifier: MIT
#include "tests/server/knowledge/answer_gate_set.h"

namespace parley::test {

const std::vector<GateArticle>& gateArticles()
{
    static const std::vector<GateArticle> articles{
        {"Shipping costs and delivery times",
         "We ship from our warehouse in Leeds every working day. Standard delivery costs 4.90 and takes 3 to "
         "5 working days. "
         "Express delivery costs 12.50 and arrives the next working day if you order before 2 pm.\n\nOrders "
         "above 60 are "
         "shipped free of charge.\n\nWe deliver to the United Kingdom, Ireland, France and Germany."},
        {"Returning an item",
         "You can return any unused item within 30 days of delivery.\n\n1. Open **Orders** in your "
         "account.\n2. Choose the "
         "item and click *Return*.\n3. Print the label and stick it on the parcel.\n4. Bring the parcel to "
         "any post office.\n\n"
         "Return shipping is free. Opened coffee bags cannot be returned."},
        {"When will I get my refund?",
         "We refund you within 5 working days after the parcel has reached us. The money goes back to the "
         "payment method you "
         "used. Shipping costs are refunded only when the whole order is returned."},
        {"Resetting your password",
         "Click *Forgot password* on the sign-in page and enter your e-mail address. We send you a link that "
         "is valid for one "
         "hour. If no mail arrives, look into the spam folder."},
        {"Two-step verification",
         "Two-step verification protects your account with a code from an authenticator app. Turn it on "
         "under Settings > "
         "Security. Keep the ten backup codes in a safe place: each one works once if you lose your phone."},
        {"Changing or cancelling an order",
         "An order can be changed or cancelled until it is packed, usually within two hours. Open the order "
         "and choose *Cancel "
         "order*. After that, please return the item when it arrives."},
        {"Brew Club subscription",
         "Brew Club sends you freshly roasted coffee every month. The Small plan costs 14 per month for 500 "
         "g, the Large plan "
         "24 per month for 1 kg. You can pause the subscription for up to three months. Cancel any time "
         "before the 20th, and "
         "the next month is not charged."},
        {"Payment methods",
         "We accept Visa, Mastercard, American Express and PayPal. Business customers may pay by invoice "
         "within 14 days. We do "
         "not accept cheques or cash on delivery."},
        {"Descaling the Aria espresso machine",
         "Descale the machine every two months, or when the orange light blinks.\n\n1. Fill the tank with "
         "descaler and water.\n"
         "2. Press and hold the steam button for five seconds.\n3. Wait until the tank is empty.\n4. Rinse "
         "twice with fresh "
         "water."},
        {"The Aria machine does not heat up",
         "Check that the machine is plugged in and the tank is seated properly. Switch it off for ten "
         "minutes, because the "
         "overheating protection may have tripped. If it stays cold, contact our service."},
        {"Warranty",
         "All machines have a warranty of two years from the date of purchase. Wear parts such as seals and "
         "filters are not "
         "covered. Send us the invoice and a photo of the defect to make a claim."},
        {"Deleting your account",
         "Go to Settings > Privacy and click *Delete account*. Your data is erased after 14 days; until then "
         "you can undo it by "
         "signing in. Invoices are kept for ten years because the law demands it."},
        {"Downloading invoices",
         "Every invoice is in your account under Orders > Invoices as a PDF. To add a VAT number, open "
         "Settings > Billing before "
         "you order; it cannot be added later."},
        {"Contact and opening hours",
         "Our support team answers from Monday to Friday, 9 am to 6 pm. Write to help@brightcup.example or "
         "call 0113 496 0000. "
         "We usually reply within one working day."},
        {"Storing coffee",
         "Keep coffee beans in a closed, dark container at room temperature. Do not put them into the "
         "fridge, since they take on "
         "moisture and smells. Whole beans stay fresh for about eight weeks after roasting, ground coffee "
         "for two."},
        {"Voucher codes",
         "Enter the voucher code in the basket before you pay. Only one code can be used per order, and "
         "codes cannot be combined "
         "with sale prices. The newsletter code gives 10 % off your first order."},
    };
    return articles;
}

const std::vector<std::string_view>& answerableQuestions()
{
    static const std::vector<std::string_view> questions{
        "How much is standard delivery?",
        "What does shipping cost?",
        "how long does delivery take",
        "When will my express order arrive?",
        "Is there free shipping above a certain amount?",
        "Do you ship to Germany?",
        "Do you deliver to Ireland?",
        "How much does express shipping cost?",
        "Which countries do you deliver to?",
        "How do I return an item?",
        "I want to send something back, how do I return it?",
        "Within how many days can I return an item?",
        "Is return shipping free?",
        "Can I return an opened coffee bag?",
        "When do I get my refund?",
        "How long does a refund take?",
        "where does the refund money go",
        "Are shipping costs refunded?",
        "I forgot my password",
        "How can I reset my password?",
        "How long is the password reset link valid?",
        "pasword reset",
        "How do I turn on two-step verification?",
        "What are the backup codes for two-step verification?",
        "I lost my phone with the authenticator app",
        "Can I cancel my order?",
        "How do I change an order?",
        "Until when can an order be cancelled?",
        "How much is the Brew Club?",
        "What does the Large plan cost per month?",
        "Can I pause my subscription?",
        "How do I cancel Brew Club?",
        "how many months can I pause the subscription",
        "Which payment methods do you accept?",
        "Can I pay with PayPal?",
        "Do you take American Express?",
        "Can business customers pay by invoice?",
        "Do you accept cheques?",
        "How do I descale the Aria?",
        "How often should I descale the espresso machine?",
        "Why does the orange light blink on my machine?",
        "My Aria machine does not heat up",
        "The espresso machine stays cold",
        "How long is the warranty?",
        "Are seals covered by the warranty?",
        "How do I make a warranty claim?",
        "How do I delete my account?",
        "When is my data erased after deleting the account?",
        "How long are invoices kept?",
        "Where can I download my invoice?",
        "How can I add a VAT number to my invoice?",
        "What are your opening hours?",
        "What is the phone number of your support team?",
        "How do I contact support?",
        "How should I store coffee beans?",
        "Can I put coffee beans into the fridge?",
        "How long do whole beans stay fresh?",
        "Where do I enter a voucher code?",
        "Can I use two voucher codes in one order?",
        "Is there a newsletter code?",
        "Can voucher codes be combined with sale prices?",
        "What is the return label and where do I bring the parcel?",
    };
    return questions;
}

const std::vector<std::string_view>& unanswerableQuestions()
{
    static const std::vector<std::string_view> questions{
        // near misses: words of the articles, another matter
        "Do you sell gift cards?",
        "Can I pay with Bitcoin?",
        "Do you accept Apple Pay?",
        "Do you ship to Australia?",
        "Do you deliver to Norway?",
        "Can I pick up my order in a store?",
        "Do you have a student discount?",
        "Can I pay in instalments?",
        "Is there a loyalty programme?",
        "Do you sell decaf coffee?",
        "Are your coffee beans organic?",
        "Where is your coffee grown?",
        "Can I use the Aria machine with capsules?",
        "How much does the Aria espresso machine cost?",
        "What is the water tank capacity of the Aria?",
        "Does the Aria have a milk frother?",
        "How loud is the Aria machine?",
        "Can I change my user name?",
        "How do I change my e-mail address?",
        "Can I share my account with my family?",
        "Do you have a mobile app for Android?",
        "Is there a dark mode?",
        "How do I export my data as CSV?",
        "Do you have an API?",
        "Can I track my parcel?",
        "My parcel is damaged, what now?",
        "My parcel never arrived",
        "I received the wrong item",
        "Can I change my delivery address?",
        "Do you deliver on Saturdays?",
        "Can I extend the warranty to five years?",
        "Do you offer repairs after the warranty?",
        "Are you hiring baristas?",
        "Who is the founder of your company?",
        "Do you offer wholesale prices for restaurants?",
        "Can I get a sample of the coffee?",
        "Is the packaging recyclable?",
        "Which grinder should I buy?",
        "How do I make a cappuccino?",
        "How much caffeine is in a cup?",
        "Can you gift wrap my order?",
        "Do you price match?",
        "Can I give a Brew Club subscription as a present?",
        "Do you support single sign-on?",
        "Was my data leaked in a breach?",
        // other products and subjects
        "How do I reset my Netflix password?",
        "How do I cancel my Spotify subscription?",
        "How do I return an item to Amazon?",
        "How do I descale a Nespresso Vertuo?",
        "What is the capital of France?",
        "Who won the football match yesterday?",
        "What will the weather be like in Leeds tomorrow?",
        "Write me a poem about the sea",
        "What is 17 times 23?",
        "How do I install Linux on a laptop?",
        "Can you recommend a good restaurant?",
        "Should I invest in shares?",
        "My dog ate chocolate",
        "How do I renew my passport?",
        // order of a single customer, nonsense
        "Where is my order BC-20931?",
        "Why was I charged twice?",
        "asdf qwer zxcv",
        "blue the running seven of",
        "lorem ipsum dolor sit amet",
    };
    return questions;
}

} // namespace parley::test
