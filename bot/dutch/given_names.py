"""Given names that are common in the Netherlands, to recognise a name typed without capitals."""

from bot.dutch.wording import word_set

GIVEN_NAMES = word_set(
    "truus toos riet nelly tiny jopie sjaan mien fien lena henny willy jo bets gre "
    "aad abdul achmed adriaan agnes ahmed alex ali alice amir amira andre angela anita anja anke anna "
    "anneke annelies annemarie annie anouk anton arie arjan astrid ayse barbara bart bas ben bep bert "
    "bianca bilal bob bram brigitte carla carolien cees charlotte chris christina cor corrie daan "
    "daniel danny david denise dennis diana dick dirk ed edwin eline elisabeth ellen els emine emma "
    "eric erik esther eva fatima femke floor frank frans fred gerard gerda gerrit gert greet guus "
    "hannah hannie hans harm harry hassan hendrik henk herman hilda huub ibrahim ilse ina inge ingrid "
    "irene iris jaap jack jacqueline jan janneke jannie jantien jasper jeroen jesse jet joan joep johan "
    "johanna john joke jolanda jos joost joris judith julia karel karin kees kelly khadija kim klaas "
    "koen laura leo lex lia lianne lies linda lisa lotte luuk maaike maarten manon marc marcel maria "
    "marian marieke marijke mario mariska marja marjan mark marloes martijn martin mehmet melissa "
    "michael michel miranda mohamed mohammed monique moniek murat mustafa nadia nancy natasja nel nico "
    "nicole nienke niels noor olga omar oscar patricia patrick paul paula peter petra piet pieter pim "
    "priya rachid ria richard rick rik rob robert roel rolf ronald rosa ruben rutger ruud samir sander "
    "sandra sanne sara sarah saskia sem sharon silvia simon sjaak sjoerd sofie sonja stefan sven sylvia "
    "teun theo thijs thomas tim timo tineke tjeerd tom toon trudy umar vera victor wendy wibo wies "
    "willem wil wilma wim wouter yasmin yasmina yusuf yvonne zeynep"
)
