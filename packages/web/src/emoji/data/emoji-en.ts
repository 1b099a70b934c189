// Made by scripts/make-emoji-data.ts from emojibase-data 17.0.0; one emoji a line, read by emoji-lines.ts.
// Copyright (c) 2017-2019 Miles Johnson, MIT licence; names and keywords from Unicode CLDR, Unicode licence v3.
export const EMOJI_EN = `
#smileys
😀||grinning grinning_face|grinning face|cheerful,cheery,happy,laugh,nice,smile,smiling,teeth
😃||smiley grinning_face_with_big_eyes|grinning face with big eyes|awesome,happy,mouth,open,smiling,teeth,yay
😄||smile grinning_face_with_closed_eyes|grinning face with smiling eyes|happy,laugh,lol,mouth,open
😁||grin beaming_face|beaming face with smiling eyes|grinning,happy,nice,smile,teeth
😆||laughing satisfied lol squinting_face|grinning squinting face|closed,eyes,haha,hahaha,happy,mouth,open,rofl,smile,smiling
😅||sweat_smile grinning_face_with_sweat|grinning face with sweat|cold,dejected,excited,mouth,nervous,open,smiling,stress,stressed
🤣||rofl rolling_on_the_floor_laughing|rolling on the floor laughing|crying,face,funny,haha,happy,hehe,hilarious,joy,lmao,lol,roflmao,tear
😂||joy lmao tears_of_joy|face with tears of joy|crying,feels,funny,haha,happy,hehe,hilarious,laugh,lol,rofl,roflmao
🙂||slightly_smiling_face|slightly smiling face|happy,smile
🙃||upside_down_face|upside-down face|hehe,smile
🫠|14|melting_face melt|melting face|disappear,dissolve,embarrassed,haha,heat,hot,liquid,lol,sarcasm,sarcastic
😉||wink winking_face|winking face|flirt,heartbreaker,sexy,slide,tease,winks
😊||blush smiling_face_with_closed_eyes|smiling face with smiling eyes|glad,satisfied,smile
😇||innocent halo|smiling face with halo|angel,angelic,angels,blessed,fairy,fairytale,fantasy,happy,peaceful,smile,spirit,tale
🥰||smiling_face_with_three_hearts smiling_face_with_3_hearts|smiling face with hearts|adore,crush,ily,love,romance,smile,you
😍||heart_eyes smiling_face_with_heart_eyes|smiling face with heart-eyes|143,bae,feels,hearts,ily,kisses,love,romance,romantic,smile,xoxo
🤩||star_struck star-struck grinning_face_with_star_eyes|star-struck|excited,smile,starry-eyed,wow
😘||kissing_heart blowing_a_kiss|face blowing a kiss|adorbs,bae,flirt,ily,love,lover,miss,muah,romantic,smooch,xoxo,you
😗||kissing kissing_face|kissing face|143,date,dating,flirt,ily,love,smooch,smooches,xoxo,you
☺️||relaxed smiling_face|smiling face|happy,outlined,smile
😚||kissing_closed_eyes kissing_face_with_closed_eyes|kissing face with closed eyes|143,bae,blush,date,dating,flirt,ily,kisses,smooches,xoxo
😙||kissing_smiling_eyes kissing_face_with_smiling_eyes|kissing face with smiling eyes|143,closed,date,dating,flirt,ily,kisses,love,night,smile
🥲|13|smiling_face_with_tear|smiling face with tear|glad,grateful,happy,joy,pain,proud,relieved,smile,smiley,touched
😋||yum savoring_food|face savoring food|delicious,eat,full,hungry,smile,smiling,tasty,um,yummy
😛||stuck_out_tongue face_with_tongue|face with tongue|awesome,cool,nice,party,stuck-out,sweet
😜||stuck_out_tongue_winking_eye|winking face with tongue|crazy,epic,funny,joke,loopy,nutty,party,stuck-out,wacky,weirdo,yolo
🤪||zany_face zany|zany face|crazy,eye,eyes,goofy,large,small
😝||stuck_out_tongue_closed_eyes|squinting face with tongue|gross,horrible,omg,stuck-out,taste,whatever,yolo
🤑||money_mouth_face|money-mouth face|paid
🤗||hugs hugging_face hug hugging|smiling face with open hands|
🤭||hand_over_mouth face_with_hand_over_mouth|face with hand over mouth|giggle,giggling,oops,realization,secret,shock,sudden,surprise,whoops
🫢|14|face_with_open_eyes_and_hand_over_mouth face_with_open_eyes_hand_over_mouth gasp|face with open eyes and hand over mouth|amazement,awe,disbelief,embarrass,omg,quiet,scared,shock,surprise
🫣|14|face_with_peeking_eye peek|face with peeking eye|captivated,embarrass,hide,hiding,peep,scared,shy,stare
🤫||shushing_face face_with_finger_covering_closed_lips shush|shushing face|quiet,shh
🤔||thinking thinking_face wtf|thinking face|chin,consider,hmm,ponder,pondering,wondering
🫡|14|saluting_face salute|saluting face|good,luck,ma’am,ok,respect,sir,troops,yes
🤐||zipper_mouth_face zipper_mouth|zipper-mouth face|keep,quiet,secret,shut
🤨||raised_eyebrow face_with_raised_eyebrow face_with_one_eyebrow_raised|face with raised eyebrow|disapproval,disbelief,distrust,emoji,hmm,mild,skeptic,skeptical,skepticism,surprise,what
😐||neutral_face neutral|neutral face|awkward,blank,deadpan,expressionless,fine,jealous,meh,oh,shade,straight,unamused,unhappy,unimpressed,whatever
😑||expressionless expressionless_face|expressionless face|awkward,dead,fine,inexpressive,jealous,meh,not,oh,omg,straight,uh,unhappy,unimpressed,whatever
😶||no_mouth|face without mouth|awkward,blank,expressionless,mouthless,mute,quiet,secret,silence,silent,speechless
🫥|14|dotted_line_face|dotted line face|depressed,disappear,hidden,hide,introvert,invisible,meh,whatever,wtv
😶‍🌫️|13.1|face_in_clouds in_clouds|face in clouds|absentminded,fog,head
😏||smirk smirking smirking_face|smirking face|boss,dapper,flirt,homie,kidding,leer,shade,slick,sly,smug,snicker,suave,suspicious,swag
😒||unamused unamused_face|unamused face|...,bored,fine,jealous,jel,jelly,pissed,smh,ugh,uhh,unhappy,weird,whatever
🙄||roll_eyes face_with_rolling_eyes rolling_eyes|face with rolling eyes|eyeroll,shade,ugh,whatever
😬||grimacing grimacing_face|grimacing face|awk,awkward,dentist,grimace,grinning,smile,smiling
😮‍💨|13.1|face_exhaling exhale exhaling|face exhaling|blow,blowing,exhausted,gasp,groan,relief,sigh,smiley,smoke,whisper,whistle
🤥||lying_face lying|lying face|liar,lie,pinocchio
🫨|15|shaking_face shaking|shaking face|crazy,daze,earthquake,omg,panic,shock,surprise,vibrate,whoa,wow
🙂‍↔️|15.1|head_shaking_horizontally|head shaking horizontally|no,shake
🙂‍↕️|15.1|head_shaking_vertically|head shaking vertically|nod,yes
😌||relieved relieved_face|relieved face|calm,peace,relief,zen
😔||pensive pensive_face|pensive face|awful,bored,dejected,died,disappointed,losing,lost,sad,sucks
😪||sleepy sleepy_face|sleepy face|crying,good,night,sad,sleeping,tired
🤤||drooling_face drooling|drooling face|
😴||sleeping sleeping_face|sleeping face|bed,bedtime,good,goodnight,nap,night,tired,whatever,yawn,zzz
🫩|16|face_with_bags_under_eyes face_with_eye_bags|face with bags under eyes|bored,exhausted,fatigued,late,sleepy,tired,weary
😷||mask medical_mask|face with medical mask|cold,dentist,dermatologist,doctor,dr,germs,medicine,sick
🤒||face_with_thermometer|face with thermometer|ill,sick
🤕||face_with_head_bandage|face with head-bandage|hurt,injury,ouch
🤢||nauseated_face nauseated|nauseated face|gross,nasty,sick,vomit
🤮||vomiting_face face_vomiting face_with_open_mouth_vomiting vomiting|face vomiting|barf,ew,gross,puke,sick,spew,throw,up
🤧||sneezing_face sneezing|sneezing face|fever,flu,gesundheit,sick,sneeze
🥵||hot_face hot|hot face|dying,feverish,heat,panting,red-faced,stroke,sweating,tongue
🥶||cold_face cold|cold face|blue,blue-faced,freezing,frostbite,icicles,subzero,teeth
🥴||woozy_face woozy|woozy face|dizzy,drunk,eyes,intoxicated,mouth,tipsy,uneven,wavy
😵||dizzy_face knocked_out|face with crossed-out eyes|dead,feels,sick,tired
😵‍💫|13.1|face_with_spiral_eyes dizzy_eyes|face with spiral eyes|confused,hypnotized,omg,smiley,trouble,whoa,woah,woozy
🤯||exploding_head shocked_face_with_exploding_head|exploding head|blown,explode,mind,mindblown,no,way
🤠||cowboy_hat_face face_with_cowboy_hat cowboy cowboy_face|cowboy hat face|cowgirl
🥳||partying_face hooray partying|partying face|bday,birthday,celebrate,celebration,excited,happy,hat,horn
🥸|13|disguised_face disguised|disguised face|eyebrow,glasses,incognito,moustache,mustache,nose,person,spy,tache,tash
😎||sunglasses smiling_face_with_sunglasses sunglasses_cool too_cool|smiling face with sunglasses|awesome,beach,bright,bro,chilling,rad,relaxed,shades,slay,smile,style,swag,win
🤓||nerd_face nerd|nerd face|brainy,clever,expert,geek,gifted,glasses,intelligent,smart
🧐||monocle_face face_with_monocle|face with monocle|classy,fancy,rich,stuffy,wealthy
😕||confused confused_face|confused face|befuddled,confusing,dunno,frown,hm,meh,not,sad,sorry,sure
🫤|14|face_with_diagonal_mouth|face with diagonal mouth|confused,confusion,disappointed,doubt,doubtful,frustrated,frustration,meh,skeptical,unsure,whatever,wtv
😟||worried worried_face|worried face|anxious,butterflies,nerves,nervous,sad,stress,stressed,surprised,worry
🙁||slightly_frowning_face|slightly frowning face|sad
☹️||frowning_face white_frowning_face|frowning face|sad
😮||open_mouth face_with_open_mouth|face with open mouth|believe,forgot,omg,shocked,surprised,sympathy,unbelievable,unreal,whoa,wow,you
😯||hushed hushed_face|hushed face|epic,omg,stunned,surprised,whoa,woah
😲||astonished astonished_face|astonished face|cost,no,omg,shocked,totally,way
😳||flushed flushed_face|flushed face|amazed,awkward,crazy,dazed,dead,disbelief,embarrassed,geez,heat,hot,impressed,jeez,what,wow
🫪|17|distorted_face|distorted face|anxiety,bloated,panic,shocked,surprised,vulnerable
🥺||pleading_face pleading|pleading face|begging,big,eyes,mercy,not,please,pretty,puppy,sad,why
🥹|14|face_holding_back_tears watery_eyes|face holding back tears|admiration,aww,cry,embarrassed,feelings,grateful,gratitude,joy,please,proud,resist,sad
😦||frowning|frowning face with open mouth|caught,guard,scared,scary,surprise,what,wow
😧||anguished anguished_face|anguished face|forgot,scared,scary,stressed,surprise,unhappy,what,wow
😨||fearful fearful_face|fearful face|afraid,anxious,blame,scared,worried
😰||cold_sweat anxious anxious_face|anxious face with sweat|blue,eek,mouth,nervous,open,rushed,scared,yikes
😥||disappointed_relieved sad_relieved_face|sad but relieved face|anxious,call,close,complicated,not,sweat,time,whew
😢||cry crying_face|crying face|awful,feels,miss,sad,tear,triste,unhappy
😭||sob loudly_crying_face|loudly crying face|bawling,sad,tear,tears,unhappy
😱||scream screaming_in_fear|face screaming in fear|epic,fearful,munch,scared,screamer,shocked,surprised,woah
😖||confounded confounded_face|confounded face|annoyed,confused,cringe,distraught,feels,frustrated,mad,sad
😣||persevere persevering_face|persevering face|concentrate,concentration,focus,headache
😞||disappointed disappointed_face|disappointed face|awful,blame,dejected,fail,losing,sad,unhappy
😓||sweat downcast_face|downcast face with sweat|close,cold,feels,headache,nervous,sad,scared,yikes
😩||weary weary_face|weary face|crying,fail,feels,hungry,mad,nooo,sad,sleepy,tired,unhappy
😫||tired_face tired|tired face|cost,feels,nap,sad,sneeze
🥱|12|yawning_face yawn yawning|yawning face|bedtime,bored,goodnight,nap,night,sleep,sleepy,tired,whatever,zzz
😤||triumph nose_steam|face with steam from nose|anger,angry,feels,fume,fuming,furious,fury,mad,unhappy,won
😡||pout rage|enraged face|anger,angry,feels,mad,maddening,pouting,red,shade,unhappy,upset
😠||angry angry_face|angry face|anger,blame,feels,frustrated,mad,maddening,rage,shade,unhappy,upset
🤬||cursing_face face_with_symbols_on_mouth serious_face_with_symbols_covering_mouth censored|face with symbols on mouth|cussing,mad,pissed,swearing
😈||smiling_imp|smiling face with horns|demon,devil,evil,fairy,fairytale,fantasy,purple,shade,smile,tale
👿||imp angry_imp|angry face with horns|demon,devil,evil,fairy,fairytale,fantasy,mischievous,purple,shade,tale
💀||skull|skull|body,dead,death,face,fairy,fairytale,i’m,lmao,monster,tale,yolo
☠️||skull_and_crossbones|skull and crossbones|bone,dead,death,face,monster
💩||hankey poop shit|pile of poo|bs,comic,doo,dung,face,fml,monster,smelly,smh,stink,stinks,stinky,turd
🤡||clown_face clown|clown face|
👹||japanese_ogre ogre|ogre|creature,devil,face,fairy,fairytale,fantasy,mask,monster,scary,tale
👺||japanese_goblin goblin|goblin|angry,creature,face,fairy,fairytale,fantasy,mask,mean,monster,tale
👻||ghost|ghost|boo,creature,excited,face,fairy,fairytale,fantasy,halloween,haunting,monster,scary,silly,tale
👽||alien|alien|creature,extraterrestrial,face,fairy,fairytale,fantasy,monster,space,tale,ufo
👾||space_invader alien_monster|alien monster|creature,extraterrestrial,face,fairy,fairytale,fantasy,game,gamer,games,pixelated,tale,ufo
🤖||robot robot_face|robot|monster
😺||smiley_cat grinning_cat|grinning cat|animal,face,mouth,open,smiling
😸||smile_cat grinning_cat_with_closed_eyes|grinning cat with smiling eyes|animal,face
😹||joy_cat tears_of_joy_cat|cat with tears of joy|animal,face,laugh,laughing,lol
😻||heart_eyes_cat smiling_cat_with_heart_eyes|smiling cat with heart-eyes|animal,face,love,smile
😼||smirk_cat wry_smile_cat|cat with wry smile|animal,face,ironic
😽||kissing_cat|kissing cat|animal,closed,eye,eyes,face
🙀||scream_cat weary_cat|weary cat|animal,face,oh,surprised
😿||crying_cat_face crying_cat|crying cat|animal,sad,tear
😾||pouting_cat|pouting cat|animal,face
🙈||see_no_evil|see-no-evil monkey|embarrassed,face,forbidden,forgot,gesture,hide,omg,prohibited,scared,secret,smh,watch
🙉||hear_no_evil|hear-no-evil monkey|animal,ears,face,forbidden,gesture,listen,not,prohibited,secret,shh,tmi
🙊||speak_no_evil|speak-no-evil monkey|animal,face,forbidden,gesture,not,oops,prohibited,quiet,secret,stealth
💌||love_letter|love letter|heart,mail,romance,valentine
💘||cupid heart_with_arrow|heart with arrow|143,adorbs,date,emotion,ily,love,romance,valentine
💝||gift_heart heart_with_ribbon|heart with ribbon|143,anniversary,emotion,ily,kisses,valentine,xoxo
💖||sparkling_heart|sparkling heart|143,emotion,excited,good,ily,kisses,morning,night,sparkle,xoxo
💗||heartpulse growing_heart|growing heart|143,emotion,excited,ily,kisses,muah,nervous,pulse,xoxo
💓||heartbeat beating_heart|beating heart|143,cardio,emotion,ily,love,pulsating,pulse
💞||revolving_hearts|revolving hearts|143,adorbs,anniversary,emotion
💕||two_hearts|two hearts|143,anniversary,date,dating,emotion,ily,kisses,love,loving,xoxo
💟||heart_decoration|heart decoration|143,emotion,hearth,purple,white
❣️||heavy_heart_exclamation heavy_heart_exclamation_mark_ornament heart_exclamation|heart exclamation|punctuation
💔||broken_heart|broken heart|break,crushed,emotion,heartbroken,lonely,sad
❤️‍🔥|13.1|heart_on_fire|heart on fire|burn,love,lust,sacred
❤️‍🩹|13.1|mending_heart|mending heart|healthier,improving,recovering,recuperating,well
❤️||heart red_heart|red heart|emotion,love
🩷|15|pink_heart|pink heart|143,adorable,cute,emotion,ily,like,love,special,sweet
🧡||orange_heart|orange heart|143
💛||yellow_heart|yellow heart|143,cardiac,emotion,ily,love
💚||green_heart|green heart|143,emotion,ily,love,romantic
💙||blue_heart|blue heart|143,emotion,ily,love,romance
🩵|15|light_blue_heart|light blue heart|143,cute,cyan,emotion,ily,like,love,sky,special,teal
💜||purple_heart|purple heart|143,bestest,emotion,ily,love
🤎|12|brown_heart|brown heart|143
🖤||black_heart|black heart|evil,wicked
🩶|15|grey_heart gray_heart|grey heart|143,emotion,ily,love,silver,slate,special
🤍|12|white_heart|white heart|143
💋||kiss|kiss mark|dating,emotion,heart,kissing,lips,romance,sexy
💯||100|hundred points|a+,agree,clearly,definitely,faithful,fleek,full,keep,perfect,score,true,truth,yup
💢||anger|anger symbol|angry,comic,mad,upset
🫯|17|fight_cloud|fight cloud|argument,brawl,debate,disagreement,ruckus,wrestle
💥||boom collision|collision|bomb,collide,comic,explode
💫||dizzy|dizzy|comic,shining,shooting,star,stars
💦||sweat_drops|sweat droplets|comic,drip,splashing,squirt,water,wet,work,workout
💨||dash dashing_away|dashing away|cloud,comic,fart,fast,go,gone,gotta,running,smoke
🕳️||hole|hole|
💬||speech_balloon|speech balloon|bubble,comic,dialog,message,sms,talk,text,typing
👁️‍🗨️||eye_speech_bubble eye-in-speech-bubble eye_in_speech_bubble|eye in speech bubble|balloon,witness
🗨️||left_speech_bubble|left speech bubble|balloon,dialog
🗯️||right_anger_bubble|right anger bubble|angry,balloon,mad
💭||thought_balloon|thought balloon|bubble,cartoon,cloud,comic,daydream,decisions,dream,idea,invent,invention,realize,think,thoughts,wonder
💤||zzz|ZZZ|comic,good,goodnight,night,sleep,sleeping,sleepy,tired
#people
👋|+|wave waving_hand|waving hand|bye,cya,g2g,greetings,gtg,hello,hey,hi,later,outtie,ttfn,ttyl,yo,you
🤚|+|raised_back_of_hand|raised back of hand|backhand
🖐️|+|raised_hand_with_fingers_splayed|hand with fingers splayed|stop
✋|+|hand raised_hand high_five|raised hand|5,stop
🖖|+|vulcan_salute spock-hand vulcan|vulcan salute|finger,hand,hands
🫱|14+|rightwards_hand|rightwards hand|handshake,hold,reach,shake
🫲|14+|leftwards_hand|leftwards hand|handshake,hold,reach,shake
🫳|14+|palm_down_hand palm_down|palm down hand|dismiss,drop,dropped,pick,shoo,up
🫴|14+|palm_up_hand palm_up|palm up hand|beckon,catch,come,hold,know,lift,me,offer,tell
🫷|15+|leftwards_pushing_hand|leftwards pushing hand|block,five,halt,high,hold,pause,refuse,slap,stop,wait
🫸|15+|rightwards_pushing_hand|rightwards pushing hand|block,five,halt,high,hold,pause,refuse,slap,stop,wait
👌|+|ok_hand|OK hand|awesome,bet,dope,fleek,fosho,got,gotcha,legit,okay,pinch,rad,sure,sweet,three
🤌|13+|pinched_fingers pinch|pinched fingers|gesture,hand,hold,huh,interrogation,patience,relax,sarcastic,ugh,what,zip
🤏|12+|pinching_hand|pinching hand|amount,bit,fingers,little,small,sort
✌️|+|v victory|victory hand|peace
🤞|+|crossed_fingers fingers_crossed|crossed fingers|hand,luck
🫰|14+|hand_with_index_finger_and_thumb_crossed|hand with index finger and thumb crossed|<3,expensive,heart,love,money,snap
🤟|+|love_you_gesture i_love_you_hand_sign|love-you gesture|fingers,ily,three
🤘|+|metal the_horns sign_of_the_horns|sign of the horns|finger,hand,rock-on
🤙|+|call_me_hand|call me hand|hang,loose,shaka
👈|+|point_left|backhand index pointing left|finger,hand
👉|+|point_right|backhand index pointing right|finger,hand
👆|+|point_up_2|backhand index pointing up|finger,hand
🖕|+|fu middle_finger|middle finger|hand
👇|+|point_down|backhand index pointing down|finger,hand
☝️|+|point_up|index pointing up|finger,hand,this
🫵|14+|index_pointing_at_the_viewer point_forward|index pointing at the viewer|finger,hand,poke,you
👍|+|+1 thumbsup yes|thumbs up|good,hand,like
👎|+|-1 thumbsdown no|thumbs down|bad,dislike,good,hand,nope
✊|+|fist fist_raised|raised fist|clenched,hand,punch,solidarity
👊|+|facepunch fist_oncoming punch|oncoming fist|absolutely,agree,boom,bro,bruh,bump,clenched,correct,hand,knuckle,pound,rock,ttyl
🤛|+|fist_left left-facing_fist left_facing_fist|left-facing fist|leftwards
🤜|+|fist_right right-facing_fist right_facing_fist|right-facing fist|rightwards
👏|+|clap clapping_hands|clapping hands|applause,approval,awesome,congrats,congratulations,excited,good,great,homie,job,nice,prayed,well,yay
🙌|+|raised_hands|raising hands|celebration,gesture,hooray,praise
🫶|14+|heart_hands|heart hands|<3,love,you
👐|+|open_hands|open hands|hug,jazz,swerve
🤲|+|palms_up_together|palms up together|cupped,dua,hands,pray,prayer,wish
🤝|+|handshake|handshake|agreement,deal,meeting,shake
🙏|+|pray folded_hands|folded hands|appreciate,ask,beg,blessed,bow,cmon,five,gesture,high,please,thanks,thx
✍️|+|writing_hand|writing hand|write
💅|+|nail_care nail_polish|nail polish|bored,cosmetics,done,makeup,manicure,whatever
🤳|+|selfie|selfie|camera,phone
💪|+|muscle right_bicep|flexed biceps|arm,beast,bench,bodybuilder,bro,curls,gains,gym,jacked,press,ripped,strong,weightlift
🦾|12|mechanical_arm|mechanical arm|accessibility,prosthetic
🦿|12|mechanical_leg|mechanical leg|accessibility,prosthetic
🦵|+|leg|leg|bent,foot,kick,knee,limb
🦶|+|foot|foot|ankle,feet,kick,stomp
👂|+|ear|ear|body,ears,hear,hearing,listen,listening,sound
🦻|12+|ear_with_hearing_aid hearing_aid|ear with hearing aid|accessibility,hard
👃|+|nose|nose|body,noses,nosey,odor,smell,smells
🧠||brain|brain|intelligent,smart
🫀|13|anatomical_heart|anatomical heart|beat,cardiology,heartbeat,organ,pulse,real,red
🫁|13|lungs|lungs|breath,breathe,exhalation,inhalation,organ,respiration
🦷||tooth|tooth|dentist,pearly,teeth,white
🦴||bone|bone|bones,dog,skeleton,wishbone
👀||eyes|eyes|body,face,googly,look,looking,omg,peep,see,seeing
👁️||eye|eye|1,body,one
👅||tongue|tongue|body,lick,slurp
👄||lips mouth|mouth|beauty,body,kiss,kissing,lipstick
🫦|14|biting_lip|biting lip|anxious,bite,fear,flirt,flirting,kiss,lipstick,nervous,sexy,uncomfortable,worried,worry
👶|+|baby|baby|babies,children,goo,infant,newborn,pregnant,young
🧒|+|child|child|bright-eyed,grandchild,kid,young,younger
👦|+|boy|boy|bright-eyed,child,grandson,kid,son,young,younger
👧|+|girl|girl|bright-eyed,child,daughter,granddaughter,kid,virgo,young,younger,zodiac
🧑|+|adult|person|
👱|+|blond_haired_person person_with_blond_hair blond_haired|person: blond hair|blond-haired,human
👨|+|man|man|adult,bro
🧔|+|bearded_person person_bearded|person: beard|whiskers
🧔‍♂️|13.1+|man_beard man_with_beard man_bearded|man: beard|whiskers
🧔‍♀️|13.1+|woman_beard woman_with_beard woman_bearded|woman: beard|whiskers
👨‍🦰|+|red_haired_man man_red_haired|man: red hair|adult,bro
👨‍🦱|+|curly_haired_man man_curly_haired|man: curly hair|adult,bro
👨‍🦳|+|white_haired_man man_white_haired|man: white hair|adult,bro
👨‍🦲|+|bald_man man_bald|man: bald|adult,bro
👩|+|woman|woman|adult,lady
👩‍🦰|+|red_haired_woman woman_red_haired|woman: red hair|adult,lady
🧑‍🦰|12.1+|person_red_hair red_haired_person red_haired|person: red hair|adult
👩‍🦱|+|curly_haired_woman woman_curly_haired|woman: curly hair|adult,lady
🧑‍🦱|12.1+|person_curly_hair curly_haired_person curly_haired|person: curly hair|adult
👩‍🦳|+|white_haired_woman woman_white_haired|woman: white hair|adult,lady
🧑‍🦳|12.1+|person_white_hair white_haired_person white_haired|person: white hair|adult
👩‍🦲|+|bald_woman woman_bald|woman: bald|adult,lady
🧑‍🦲|12.1+|person_bald bald_person bald|person: bald|adult
👱‍♀️|+|blond_haired_woman blonde_woman blond-haired-woman woman_blond_haired|woman: blond hair|
👱‍♂️|+|blond_haired_man blond-haired-man man_blond_haired|man: blond hair|
🧓|+|older_adult|older person|elderly,grandparent,wise
👴|+|older_man|old man|adult,bald,elderly,gramps,grandfather,grandpa,wise
👵|+|older_woman|old woman|adult,elderly,grandma,grandmother,granny,lady,wise
🙍|+|frowning_person person_frowning|person frowning|annoyed,disappointed,disgruntled,disturbed,frustrated,gesture,irritated,upset
🙍‍♂️|+|frowning_man man-frowning man_frowning|man frowning|annoyed,disappointed,disgruntled,disturbed,frustrated,gesture,irritated,upset
🙍‍♀️|+|frowning_woman woman-frowning woman_frowning|woman frowning|annoyed,disappointed,disgruntled,disturbed,frustrated,gesture,irritated,upset
🙎|+|pouting_face person_with_pouting_face person_pouting pouting|person pouting|disappointed,downtrodden,frown,grimace,scowl,sulk,upset,whine
🙎‍♂️|+|pouting_man man-pouting man_pouting|man pouting|disappointed,downtrodden,frown,grimace,scowl,sulk,upset,whine
🙎‍♀️|+|pouting_woman woman-pouting woman_pouting|woman pouting|disappointed,downtrodden,frown,grimace,scowl,sulk,upset,whine
🙅|+|no_good person_gesturing_no|person gesturing NO|forbidden,gesture,hand,not,prohibit
🙅‍♂️|+|ng_man no_good_man man-gesturing-no man_gesturing_no|man gesturing NO|forbidden,gesture,hand,not,prohibit
🙅‍♀️|+|ng_woman no_good_woman woman-gesturing-no woman_gesturing_no|woman gesturing NO|forbidden,gesture,hand,not,prohibit
🙆|+|ok_person all_good person_gesturing_ok|person gesturing OK|exercise,gesture,hand,omg
🙆‍♂️|+|ok_man man-gesturing-ok man_gesturing_ok|man gesturing OK|exercise,gesture,hand,omg
🙆‍♀️|+|ok_woman woman-gesturing-ok woman_gesturing_ok|woman gesturing OK|exercise,gesture,hand,omg
💁|+|information_desk_person tipping_hand_person person_tipping_hand|person tipping hand|fetch,flick,flip,gossip,sarcasm,sarcastic,sassy,seriously,whatever
💁‍♂️|+|sassy_man tipping_hand_man man-tipping-hand man_tipping_hand|man tipping hand|fetch,flick,flip,gossip,sarcasm,sarcastic,seriously,whatever
💁‍♀️|+|sassy_woman tipping_hand_woman woman-tipping-hand woman_tipping_hand|woman tipping hand|fetch,flick,flip,gossip,sarcasm,sarcastic,seriously,whatever
🙋|+|raising_hand person_raising_hand|person raising hand|gesture,here,know,me,pick,question,raise
🙋‍♂️|+|raising_hand_man man-raising-hand man_raising_hand|man raising hand|gesture,here,know,me,pick,question,raise
🙋‍♀️|+|raising_hand_woman woman-raising-hand woman_raising_hand|woman raising hand|gesture,here,know,me,pick,question,raise
🧏|12+|deaf_person|deaf person|accessibility,ear,gesture,hear
🧏‍♂️|12+|deaf_man|deaf man|accessibility,ear,gesture,hear
🧏‍♀️|12+|deaf_woman|deaf woman|accessibility,ear,gesture,hear
🙇|+|bow person_bowing|person bowing|apology,ask,beg,favor,forgive,gesture,meditate,meditation,pity,regret,sorry
🙇‍♂️|+|bowing_man man-bowing man_bowing|man bowing|apology,ask,beg,favor,forgive,gesture,meditate,meditation,pity,regret,sorry
🙇‍♀️|+|bowing_woman woman-bowing woman_bowing|woman bowing|apology,ask,beg,favor,forgive,gesture,meditate,meditation,pity,regret,sorry
🤦|+|facepalm face_palm person_facepalming|person facepalming|again,bewilder,disbelief,exasperation,no,not,oh,omg,shock,smh
🤦‍♂️|+|man_facepalming man-facepalming|man facepalming|again,bewilder,disbelief,exasperation,no,not,oh,omg,shock,smh
🤦‍♀️|+|woman_facepalming woman-facepalming|woman facepalming|again,bewilder,disbelief,exasperation,no,not,oh,omg,shock,smh
🤷|+|shrug person_shrugging|person shrugging|doubt,dunno,guess,idk,ignorance,indifference,knows,maybe,whatever,who
🤷‍♂️|+|man_shrugging man-shrugging|man shrugging|doubt,dunno,guess,idk,ignorance,indifference,knows,maybe,whatever,who
🤷‍♀️|+|woman_shrugging woman-shrugging|woman shrugging|doubt,dunno,guess,idk,ignorance,indifference,knows,maybe,whatever,who
🧑‍⚕️|12.1+|health_worker|health worker|doctor,healthcare,nurse,therapist
👨‍⚕️|+|man_health_worker male-doctor|man health worker|doctor,healthcare,nurse,therapist
👩‍⚕️|+|woman_health_worker female-doctor|woman health worker|doctor,healthcare,nurse,therapist
🧑‍🎓|12.1+|student|student|graduate
👨‍🎓|+|man_student male-student|man student|graduate
👩‍🎓|+|woman_student female-student|woman student|graduate
🧑‍🏫|12.1+|teacher|teacher|instructor,lecturer,professor
👨‍🏫|+|man_teacher male-teacher|man teacher|instructor,lecturer,professor
👩‍🏫|+|woman_teacher female-teacher|woman teacher|instructor,lecturer,professor
🧑‍⚖️|12.1+|judge|judge|justice,law,scales
👨‍⚖️|+|man_judge male-judge|man judge|justice,law,scales
👩‍⚖️|+|woman_judge female-judge|woman judge|justice,law,scales
🧑‍🌾|12.1+|farmer|farmer|gardener,rancher
👨‍🌾|+|man_farmer male-farmer|man farmer|gardener,rancher
👩‍🌾|+|woman_farmer female-farmer|woman farmer|gardener,rancher
🧑‍🍳|12.1+|cook|cook|chef
👨‍🍳|+|man_cook male-cook|man cook|chef
👩‍🍳|+|woman_cook female-cook|woman cook|chef
🧑‍🔧|12.1+|mechanic|mechanic|electrician,plumber,tradesperson
👨‍🔧|+|man_mechanic male-mechanic|man mechanic|electrician,plumber,tradesperson
👩‍🔧|+|woman_mechanic female-mechanic|woman mechanic|electrician,plumber,tradesperson
🧑‍🏭|12.1+|factory_worker|factory worker|assembly,industrial
👨‍🏭|+|man_factory_worker male-factory-worker|man factory worker|assembly,industrial
👩‍🏭|+|woman_factory_worker female-factory-worker|woman factory worker|assembly,industrial
🧑‍💼|12.1+|office_worker|office worker|architect,business,manager,white-collar
👨‍💼|+|man_office_worker male-office-worker|man office worker|architect,business,manager,white-collar
👩‍💼|+|woman_office_worker female-office-worker|woman office worker|architect,business,manager,white-collar
🧑‍🔬|12.1+|scientist|scientist|biologist,chemist,engineer,mathematician,physicist
👨‍🔬|+|man_scientist male-scientist|man scientist|biologist,chemist,engineer,mathematician,physicist
👩‍🔬|+|woman_scientist female-scientist|woman scientist|biologist,chemist,engineer,mathematician,physicist
🧑‍💻|12.1+|technologist|technologist|coder,computer,developer,inventor,software
👨‍💻|+|man_technologist male-technologist|man technologist|coder,computer,developer,inventor,software
👩‍💻|+|woman_technologist female-technologist|woman technologist|coder,computer,developer,inventor,software
🧑‍🎤|12.1+|singer|singer|actor,entertainer,rock,rockstar,star
👨‍🎤|+|man_singer male-singer|man singer|actor,entertainer,rock,rockstar,star
👩‍🎤|+|woman_singer female-singer|woman singer|actor,entertainer,rock,rockstar,star
🧑‍🎨|12.1+|artist|artist|palette
👨‍🎨|+|man_artist male-artist|man artist|palette
👩‍🎨|+|woman_artist female-artist|woman artist|palette
🧑‍✈️|12.1+|pilot|pilot|plane
👨‍✈️|+|man_pilot male-pilot|man pilot|plane
👩‍✈️|+|woman_pilot female-pilot|woman pilot|plane
🧑‍🚀|12.1+|astronaut|astronaut|rocket,space
👨‍🚀|+|man_astronaut male-astronaut|man astronaut|rocket,space
👩‍🚀|+|woman_astronaut female-astronaut|woman astronaut|rocket,space
🧑‍🚒|12.1+|firefighter|firefighter|firetruck
👨‍🚒|+|man_firefighter male-firefighter|man firefighter|firetruck
👩‍🚒|+|woman_firefighter female-firefighter|woman firefighter|firetruck
👮|+|cop police_officer|police officer|apprehend,arrest,citation,law,over,pulled,undercover
👮‍♂️|+|policeman male-police-officer man_police_officer|man police officer|apprehend,arrest,citation,cop,law,over,pulled,undercover
👮‍♀️|+|policewoman female-police-officer woman_police_officer|woman police officer|apprehend,arrest,citation,cop,law,over,pulled,undercover
🕵️|+|detective sleuth_or_spy|detective|
🕵️‍♂️|+|male_detective male-detective man_detective|man detective|sleuth,spy
🕵️‍♀️|+|female_detective female-detective woman_detective|woman detective|sleuth,spy
💂|+|guard|guard|buckingham,helmet,london,palace
💂‍♂️|+|guardsman male-guard man_guard|man guard|buckingham,helmet,london,palace
💂‍♀️|+|guardswoman female-guard woman_guard|woman guard|buckingham,helmet,london,palace
🥷|13+|ninja|ninja|assassin,fight,fighter,hidden,person,secret,skills,sly,soldier,stealth,war
👷|+|construction_worker|construction worker|build,fix,hardhat,hat,man,person,rebuild,remodel,repair
👷‍♂️|+|construction_worker_man male-construction-worker man_construction_worker|man construction worker|build,fix,hardhat,hat,rebuild,remodel,repair
👷‍♀️|+|construction_worker_woman female-construction-worker woman_construction_worker|woman construction worker|build,fix,hardhat,hat,man,rebuild,remodel,repair
🫅|14+|person_with_crown royalty|person with crown|monarch,noble,regal
🤴|+|prince|prince|crown,fairy,fairytale,fantasy,king,royal,royalty,tale
👸|+|princess|princess|crown,fairy,fairytale,fantasy,queen,royal,royalty,tale
👳|+|person_with_turban person_wearing_turban|person wearing turban|
👳‍♂️|+|man_with_turban man-wearing-turban man_wearing_turban|man wearing turban|
👳‍♀️|+|woman_with_turban woman-wearing-turban woman_wearing_turban|woman wearing turban|
👲|+|man_with_gua_pi_mao person_with_skullcap|person with skullcap|cap,chinese,guapi,hat
🧕|+|woman_with_headscarf person_with_headscarf|woman with headscarf|bandana,hijab,kerchief,mantilla,tichel
🤵|+|person_in_tuxedo|person in tuxedo|formal,wedding
🤵‍♂️|13+|man_in_tuxedo|man in tuxedo|formal,groom,wedding
🤵‍♀️|13+|woman_in_tuxedo|woman in tuxedo|formal,wedding
👰|+|person_with_veil|person with veil|wedding
👰‍♂️|13+|man_with_veil|man with veil|wedding
👰‍♀️|13+|bride_with_veil woman_with_veil|woman with veil|wedding
🤰|+|pregnant_woman|pregnant woman|
🫃|14+|pregnant_man|pregnant man|belly,bloated,full,overeat
🫄|14+|pregnant_person|pregnant person|belly,bloated,full,overeat,stuffed
🤱|+|breast_feeding breast-feeding|breast-feeding|baby,mom,mother,nursing,woman
👩‍🍼|13+|woman_feeding_baby|woman feeding baby|mom,mother,nanny,newborn,nursing
👨‍🍼|13+|man_feeding_baby|man feeding baby|dad,father,nanny,newborn,nursing
🧑‍🍼|13+|person_feeding_baby|person feeding baby|nanny,newborn,nursing,parent
👼|+|angel|baby angel|church,face,fairy,fairytale,fantasy,tale
🎅|+|santa|Santa Claus|celebration,christmas,fairy,fantasy,father,holiday,merry,tale,xmas
🤶|+|mrs_claus mother_christmas|Mrs. Claus|celebration,fairy,fantasy,holiday,merry,santa,tale,xmas
🧑‍🎄|13+|mx_claus|Mx Claus|celebration,christmas,fairy,fantasy,holiday,merry,santa,tale,xmas
🦸|+|superhero|superhero|good,hero,superpower
🦸‍♂️|+|superhero_man male_superhero man_superhero|man superhero|good,hero,superpower
🦸‍♀️|+|superhero_woman female_superhero woman_superhero|woman superhero|good,hero,heroine,superpower
🦹|+|supervillain|supervillain|bad,criminal,evil,superpower,villain
🦹‍♂️|+|supervillain_man male_supervillain man_supervillain|man supervillain|bad,criminal,evil,superpower,villain
🦹‍♀️|+|supervillain_woman female_supervillain woman_supervillain|woman supervillain|bad,criminal,evil,superpower,villain
🧙|+|mage|mage|fantasy,magic,play,sorcerer,sorceress,sorcery,spell,summon,witch,wizard
🧙‍♂️|+|mage_man male_mage man_mage|man mage|fantasy,magic,play,sorcerer,sorceress,sorcery,spell,summon,witch,wizard
🧙‍♀️|+|mage_woman female_mage woman_mage|woman mage|fantasy,magic,play,sorcerer,sorceress,sorcery,spell,summon,witch,wizard
🧚|+|fairy|fairy|fairytale,fantasy,myth,person,pixie,tale,wings
🧚‍♂️|+|fairy_man male_fairy man_fairy|man fairy|fairytale,fantasy,myth,oberon,person,pixie,puck,tale,wings
🧚‍♀️|+|fairy_woman female_fairy woman_fairy|woman fairy|fairytale,fantasy,myth,person,pixie,tale,titania,wings
🧛|+|vampire|vampire|blood,dracula,fangs,halloween,scary,supernatural,teeth,undead
🧛‍♂️|+|vampire_man male_vampire man_vampire|man vampire|blood,fangs,halloween,scary,supernatural,teeth,undead
🧛‍♀️|+|vampire_woman female_vampire woman_vampire|woman vampire|blood,fangs,halloween,scary,supernatural,teeth,undead
🧜|+|merperson|merperson|creature,fairytale,folklore,ocean,sea,siren,trident
🧜‍♂️|+|merman|merman|creature,fairytale,folklore,neptune,ocean,poseidon,sea,siren,trident,triton
🧜‍♀️|+|mermaid|mermaid|creature,fairytale,folklore,merwoman,ocean,sea,siren,trident
🧝|+|elf|elf|elves,enchantment,fantasy,folklore,magic,magical,myth
🧝‍♂️|+|elf_man male_elf man_elf|man elf|elves,enchantment,fantasy,folklore,magic,magical,myth
🧝‍♀️|+|elf_woman female_elf woman_elf|woman elf|elves,enchantment,fantasy,folklore,magic,magical,myth
🧞||genie|genie|djinn,fantasy,jinn,lamp,myth,rub,wishes
🧞‍♂️||genie_man male_genie man_genie|man genie|djinn,fantasy,jinn,lamp,myth,rub,wishes
🧞‍♀️||genie_woman female_genie woman_genie|woman genie|djinn,fantasy,jinn,lamp,myth,rub,wishes
🧟||zombie|zombie|apocalypse,dead,halloween,horror,scary,undead,walking
🧟‍♂️||zombie_man male_zombie man_zombie|man zombie|apocalypse,dead,halloween,horror,scary,undead,walking
🧟‍♀️||zombie_woman female_zombie woman_zombie|woman zombie|apocalypse,dead,halloween,horror,scary,undead,walking
🧌|14|troll|troll|fairy,fantasy,monster,tale,trolling
🫈|17|hairy_creature|hairy creature|bigfoot,cryptid,forest,giant,sasquatch,woodwose,yeti
💆|+|massage person_getting_massage|person getting massage|face,headache,relax,relaxing,salon,soothe,spa,tension,therapy,treatment
💆‍♂️|+|massage_man man-getting-massage man_getting_massage|man getting massage|face,headache,relax,relaxing,salon,soothe,spa,tension,therapy,treatment
💆‍♀️|+|massage_woman woman-getting-massage woman_getting_massage|woman getting massage|face,headache,relax,relaxing,salon,soothe,spa,tension,therapy,treatment
💇|+|haircut person_getting_haircut|person getting haircut|barber,beauty,chop,cosmetology,cut,groom,parlor,shears,style
💇‍♂️|+|haircut_man man-getting-haircut man_getting_haircut|man getting haircut|barber,beauty,chop,cosmetology,cut,groom,parlor,person,shears,style
💇‍♀️|+|haircut_woman woman-getting-haircut woman_getting_haircut|woman getting haircut|barber,beauty,chop,cosmetology,cut,groom,parlor,person,shears,style
🚶|+|walking person_walking|person walking|amble,gait,hike,man,pace,pedestrian,stride,stroll
🚶‍♂️|+|walking_man man-walking man_walking|man walking|amble,gait,hike,pace,pedestrian,stride,stroll
🚶‍♀️|+|walking_woman woman-walking woman_walking|woman walking|amble,gait,hike,man,pace,pedestrian,stride,stroll
🚶‍➡️|15.1+|person_walking_facing_right person_walking_right|person walking: facing right|amble,gait,hike,man,pace,pedestrian,stride,stroll
🚶‍♀️‍➡️|15.1+|woman_walking_facing_right woman_walking_right|woman walking: facing right|amble,gait,hike,man,pace,pedestrian,stride,stroll
🚶‍♂️‍➡️|15.1+|man_walking_facing_right man_walking_right|man walking: facing right|amble,gait,hike,pace,pedestrian,stride,stroll
🧍|12+|standing_person person_standing standing|person standing|
🧍‍♂️|12+|standing_man man_standing|man standing|
🧍‍♀️|12+|standing_woman woman_standing|woman standing|
🧎|12+|kneeling_person kneeling person_kneeling|person kneeling|knees
🧎‍♂️|12+|kneeling_man man_kneeling|man kneeling|knees
🧎‍♀️|12+|kneeling_woman woman_kneeling|woman kneeling|knees
🧎‍➡️|15.1+|person_kneeling_facing_right person_kneeling_right|person kneeling: facing right|knees
🧎‍♀️‍➡️|15.1+|woman_kneeling_facing_right woman_kneeling_right|woman kneeling: facing right|knees
🧎‍♂️‍➡️|15.1+|man_kneeling_facing_right man_kneeling_right|man kneeling: facing right|knees
🧑‍🦯|12.1+|person_with_probing_cane person_with_white_cane|person with white cane|accessibility,blind
🧑‍🦯‍➡️|15.1+|person_with_white_cane_facing_right person_with_white_cane_right|person with white cane: facing right|accessibility,blind,probing
👨‍🦯|12+|man_with_probing_cane man_with_white_cane|man with white cane|accessibility,blind
👨‍🦯‍➡️|15.1+|man_with_white_cane_facing_right man_with_white_cane_right|man with white cane: facing right|accessibility,blind,probing
👩‍🦯|12+|woman_with_probing_cane woman_with_white_cane|woman with white cane|accessibility,blind
👩‍🦯‍➡️|15.1+|woman_with_white_cane_facing_right woman_with_white_cane_right|woman with white cane: facing right|accessibility,blind,probing
🧑‍🦼|12.1+|person_in_motorized_wheelchair|person in motorized wheelchair|accessibility
🧑‍🦼‍➡️|15.1+|person_in_motorized_wheelchair_right|person in motorized wheelchair: facing right|accessibility
👨‍🦼|12+|man_in_motorized_wheelchair|man in motorized wheelchair|accessibility
👨‍🦼‍➡️|15.1+|man_in_motorized_wheelchair_facing_right man_in_motorized_wheelchair_right|man in motorized wheelchair: facing right|accessibility
👩‍🦼|12+|woman_in_motorized_wheelchair|woman in motorized wheelchair|accessibility
👩‍🦼‍➡️|15.1+|woman_in_motorized_wheelchair_right|woman in motorized wheelchair: facing right|accessibility
🧑‍🦽|12.1+|person_in_manual_wheelchair|person in manual wheelchair|accessibility
🧑‍🦽‍➡️|15.1+|person_in_manual_wheelchair_facing_right person_in_manual_wheelchair_right|person in manual wheelchair: facing right|accessibility
👨‍🦽|12+|man_in_manual_wheelchair|man in manual wheelchair|accessibility
👨‍🦽‍➡️|15.1+|man_in_manual_wheelchair_facing_right man_in_manual_wheelchair_right|man in manual wheelchair: facing right|accessibility
👩‍🦽|12+|woman_in_manual_wheelchair|woman in manual wheelchair|accessibility
👩‍🦽‍➡️|15.1+|woman_in_manual_wheelchair_facing_right woman_in_manual_wheelchair_right|woman in manual wheelchair: facing right|accessibility
🏃|+|runner running person_running|person running|fast,hurry,marathon,move,quick,race,racing,rush,speed
🏃‍♂️|+|running_man man-running man_running|man running|fast,hurry,marathon,move,quick,race,racing,rush,speed
🏃‍♀️|+|running_woman woman-running woman_running|woman running|fast,hurry,marathon,move,quick,race,racing,rush,speed
🏃‍➡️|15.1+|person_running_facing_right person_running_right|person running: facing right|fast,hurry,marathon,move,quick,race,racing,rush,speed
🏃‍♀️‍➡️|15.1+|woman_running_facing_right woman_running_right|woman running: facing right|fast,hurry,marathon,move,quick,race,racing,rush,speed
🏃‍♂️‍➡️|15.1+|man_running_facing_right man_running_right|man running: facing right|fast,hurry,marathon,move,quick,race,racing,rush,speed
🧑‍🩰|17+|ballet_dancer|ballet dancer|
💃|+|dancer woman_dancing|woman dancing|elegant,festive,flair,flamenco,groove,let’s,salsa,tango
🕺|+|man_dancing|man dancing|dance,dancer,elegant,festive,flair,flamenco,groove,let’s,salsa,tango
🕴️|+|business_suit_levitating man_in_business_suit_levitating levitate levitating person_in_suit_levitating|person in suit levitating|
👯|+|dancers people_with_bunny_ears_partying|people with bunny ears|bestie,bff,counterpart,double,identical,pair,soulmate,twin,twinsies
👯‍♂️|+|dancing_men men-with-bunny-ears-partying man-with-bunny-ears-partying men_with_bunny_ears_partying|men with bunny ears|bestie,bff,counterpart,dancer,double,identical,pair,people,soulmate,twin,twinsies
👯‍♀️|+|dancing_women women-with-bunny-ears-partying woman-with-bunny-ears-partying women_with_bunny_ears_partying|women with bunny ears|bestie,bff,counterpart,dancer,double,identical,pair,people,soulmate,twin,twinsies
🧖|+|sauna_person person_in_steamy_room|person in steamy room|day,luxurious,pamper,relax,spa,steambath,unwind
🧖‍♂️|+|sauna_man man_in_steamy_room|man in steamy room|day,luxurious,pamper,relax,spa,steambath,unwind
🧖‍♀️|+|sauna_woman woman_in_steamy_room|woman in steamy room|day,luxurious,pamper,relax,spa,steambath,unwind
🧗|+|climbing person_climbing|person climbing|climber,mountain,rock,scale,up
🧗‍♂️|+|climbing_man man_climbing|man climbing|climber,mountain,rock,scale,up
🧗‍♀️|+|climbing_woman woman_climbing|woman climbing|climber,mountain,rock,scale,up
🤺||person_fencing fencer fencing|person fencing|sword
🏇|+|horse_racing|horse racing|jockey,racehorse,riding,sport
⛷️||skier person_skiing skiing|skier|snow
🏂|+|snowboarder person_snowboarding snowboarding|snowboarder|ski,sport
🏌️|+|golfing golfer person_golfing|person golfing|ball,birdie,caddy,driving,green,pga,putt,range,tee
🏌️‍♂️|+|golfing_man man-golfing man_golfing|man golfing|ball,birdie,caddy,driving,green,pga,putt,range,tee
🏌️‍♀️|+|golfing_woman woman-golfing woman_golfing|woman golfing|ball,birdie,caddy,driving,green,pga,putt,range,tee
🏄|+|surfer person_surfing surfing|person surfing|beach,ocean,sport,swell,waves
🏄‍♂️|+|surfing_man man-surfing man_surfing|man surfing|beach,ocean,sport,surfer,swell,waves
🏄‍♀️|+|surfing_woman woman-surfing woman_surfing|woman surfing|beach,ocean,person,sport,surfer,swell,waves
🚣|+|rowboat person_rowing_boat|person rowing boat|canoe,cruise,fishing,lake,oar,paddle,raft,river
🚣‍♂️|+|rowing_man man-rowing-boat man_rowing_boat|man rowing boat|canoe,cruise,fishing,lake,oar,paddle,raft,river,rowboat
🚣‍♀️|+|rowing_woman woman-rowing-boat woman_rowing_boat|woman rowing boat|canoe,cruise,fishing,lake,oar,paddle,raft,river,rowboat
🏊|+|swimmer person_swimming swimming|person swimming|freestyle,sport,triathlon
🏊‍♂️|+|swimming_man man-swimming man_swimming|man swimming|freestyle,sport,swimmer,triathlon
🏊‍♀️|+|swimming_woman woman-swimming woman_swimming|woman swimming|freestyle,man,sport,swimmer,triathlon
⛹️|+|bouncing_ball_person person_with_ball person_bouncing_ball|person bouncing ball|athletic,basketball,championship,dribble,net,player,throw
⛹️‍♂️|+|basketball_man bouncing_ball_man man-bouncing-ball man_bouncing_ball|man bouncing ball|athletic,championship,dribble,net,player,throw
⛹️‍♀️|+|basketball_woman bouncing_ball_woman woman-bouncing-ball woman_bouncing_ball|woman bouncing ball|athletic,championship,dribble,net,player,throw
🏋️|+|weight_lifting weight_lifter person_lifting_weights|person lifting weights|barbell,bodybuilder,deadlift,powerlifting,weightlifter,workout
🏋️‍♂️|+|weight_lifting_man man-lifting-weights man_lifting_weights|man lifting weights|barbell,bodybuilder,deadlift,lifter,powerlifting,weightlifter,workout
🏋️‍♀️|+|weight_lifting_woman woman-lifting-weights woman_lifting_weights|woman lifting weights|barbell,bodybuilder,deadlift,lifter,powerlifting,weightlifter,workout
🚴|+|bicyclist biking person_biking|person biking|bicycle,bike,cycle,cyclist,riding,sport
🚴‍♂️|+|biking_man man-biking man_biking|man biking|bicycle,bicyclist,bike,cycle,cyclist,riding,sport
🚴‍♀️|+|biking_woman woman-biking woman_biking|woman biking|bicycle,bicyclist,bike,cycle,cyclist,riding,sport
🚵|+|mountain_bicyclist mountain_biking person_mountain_biking|person mountain biking|bicycle,bike,cycle,cyclist,riding,sport
🚵‍♂️|+|mountain_biking_man man-mountain-biking man_mountain_biking|man mountain biking|bicycle,bicyclist,bike,cycle,cyclist,riding,sport
🚵‍♀️|+|mountain_biking_woman woman-mountain-biking woman_mountain_biking|woman mountain biking|bicycle,bicyclist,bike,cycle,cyclist,riding,sport
🤸|+|cartwheeling person_doing_cartwheel person_cartwheel|person cartwheeling|active,excited,flip,gymnastics,happy,somersault
🤸‍♂️|+|man_cartwheeling man-cartwheeling|man cartwheeling|active,excited,flip,gymnastics,happy,somersault
🤸‍♀️|+|woman_cartwheeling woman-cartwheeling|woman cartwheeling|active,excited,flip,gymnastics,happy,somersault
🤼|+|wrestling wrestlers people_wrestling|people wrestling|combat,duel,grapple,ring,tournament
🤼‍♂️|+|men_wrestling man-wrestling|men wrestling|combat,duel,grapple,ring,tournament,wrestle
🤼‍♀️|+|women_wrestling woman-wrestling|women wrestling|combat,duel,grapple,ring,tournament,wrestle
🤽|+|water_polo person_playing_water_polo|person playing water polo|sport,swimming,waterpolo
🤽‍♂️|+|man_playing_water_polo man-playing-water-polo|man playing water polo|sport,swimming,waterpolo
🤽‍♀️|+|woman_playing_water_polo woman-playing-water-polo|woman playing water polo|sport,swimming,waterpolo
🤾|+|handball_person handball person_playing_handball|person playing handball|athletics,ball,catch,chuck,hurl,lob,pitch,sport,throw,toss
🤾‍♂️|+|man_playing_handball man-playing-handball|man playing handball|athletics,ball,catch,chuck,hurl,lob,pitch,sport,throw,toss
🤾‍♀️|+|woman_playing_handball woman-playing-handball|woman playing handball|athletics,ball,catch,chuck,hurl,lob,pitch,sport,throw,toss
🤹|+|juggling_person juggling juggler person_juggling|person juggling|act,balance,balancing,handle,manage,multitask,skill
🤹‍♂️|+|man_juggling man-juggling|man juggling|act,balance,balancing,handle,juggle,manage,multitask,skill
🤹‍♀️|+|woman_juggling woman-juggling|woman juggling|act,balance,balancing,handle,juggle,manage,multitask,skill
🧘|+|lotus_position person_in_lotus_position|person in lotus position|cross,legged,legs,meditation,peace,relax,serenity,yoga,yogi,zen
🧘‍♂️|+|lotus_position_man man_in_lotus_position|man in lotus position|cross,legged,legs,meditation,peace,relax,serenity,yoga,yogi,zen
🧘‍♀️|+|lotus_position_woman woman_in_lotus_position|woman in lotus position|cross,legged,legs,meditation,peace,relax,serenity,yoga,yogi,zen
🛀|+|bath person_taking_bath|person taking bath|bathtub,tub
🛌|+|sleeping_bed sleeping_accommodation person_in_bed|person in bed|bedtime,good,goodnight,hotel,nap,night,tired,zzz
🧑‍🤝‍🧑|12|people_holding_hands|people holding hands|bae,bestie,bff,couple,dating,flirt,friends,twins
👭|+|two_women_holding_hands women_holding_hands|women holding hands|bae,bestie,bff,couple,dating,flirt,friends,girls,sisters,twins
👫|+|couple man_and_woman_holding_hands woman_and_man_holding_hands|woman and man holding hands|bae,bestie,bff,dating,flirt,friends,twins
👬|+|two_men_holding_hands men_holding_hands|men holding hands|bae,bestie,bff,boys,brothers,couple,dating,flirt,friends,twins
💏|+|couplekiss couple_kiss|kiss|anniversary,babe,bae,date,dating,heart,love,mwah,person,romance,together,xoxo
👩‍❤️‍💋‍👨|+|couplekiss_man_woman woman-kiss-man kiss_mw kiss_wm|kiss: woman, man|anniversary,babe,bae,date,dating,heart,love,mwah,person,romance,together,xoxo
👨‍❤️‍💋‍👨|+|couplekiss_man_man man-kiss-man kiss_mm|kiss: man, man|anniversary,babe,bae,date,dating,heart,love,mwah,person,romance,together,xoxo
👩‍❤️‍💋‍👩|+|couplekiss_woman_woman woman-kiss-woman kiss_ww|kiss: woman, woman|anniversary,babe,bae,date,dating,heart,love,mwah,person,romance,together,xoxo
💑|+|couple_with_heart|couple with heart|anniversary,babe,bae,dating,kiss,love,person,relationship,romance,together,you
👩‍❤️‍👨|+|couple_with_heart_woman_man woman-heart-man couple_with_heart_mw couple_with_heart_wm|couple with heart: woman, man|anniversary,babe,bae,dating,kiss,love,person,relationship,romance,together,you
👨‍❤️‍👨|+|couple_with_heart_man_man man-heart-man couple_with_heart_mm|couple with heart: man, man|anniversary,babe,bae,dating,kiss,love,person,relationship,romance,together,you
👩‍❤️‍👩|+|couple_with_heart_woman_woman woman-heart-woman couple_with_heart_ww|couple with heart: woman, woman|anniversary,babe,bae,dating,kiss,love,person,relationship,romance,together,you
👨‍👩‍👦||family_man_woman_boy man-woman-boy family_mwb|family: man, woman, boy|child
👨‍👩‍👧||family_man_woman_girl man-woman-girl family_mwg|family: man, woman, girl|child
👨‍👩‍👧‍👦||family_man_woman_girl_boy man-woman-girl-boy family_mwgb|family: man, woman, girl, boy|child
👨‍👩‍👦‍👦||family_man_woman_boy_boy man-woman-boy-boy family_mwbb|family: man, woman, boy, boy|child
👨‍👩‍👧‍👧||family_man_woman_girl_girl man-woman-girl-girl family_mwgg|family: man, woman, girl, girl|child
👨‍👨‍👦||family_man_man_boy man-man-boy family_mmb|family: man, man, boy|child
👨‍👨‍👧||family_man_man_girl man-man-girl family_mmg|family: man, man, girl|child
👨‍👨‍👧‍👦||family_man_man_girl_boy man-man-girl-boy family_mmgb|family: man, man, girl, boy|child
👨‍👨‍👦‍👦||family_man_man_boy_boy man-man-boy-boy family_mmbb|family: man, man, boy, boy|child
👨‍👨‍👧‍👧||family_man_man_girl_girl man-man-girl-girl family_mmgg|family: man, man, girl, girl|child
👩‍👩‍👦||family_woman_woman_boy woman-woman-boy family_wwb|family: woman, woman, boy|child
👩‍👩‍👧||family_woman_woman_girl woman-woman-girl family_wwg|family: woman, woman, girl|child
👩‍👩‍👧‍👦||family_woman_woman_girl_boy woman-woman-girl-boy family_wwgb|family: woman, woman, girl, boy|child
👩‍👩‍👦‍👦||family_woman_woman_boy_boy woman-woman-boy-boy family_wwbb|family: woman, woman, boy, boy|child
👩‍👩‍👧‍👧||family_woman_woman_girl_girl woman-woman-girl-girl family_wwgg|family: woman, woman, girl, girl|child
👨‍👦||family_man_boy man-boy family_mb|family: man, boy|child
👨‍👦‍👦||family_man_boy_boy man-boy-boy family_mbb|family: man, boy, boy|child
👨‍👧||family_man_girl man-girl family_mg|family: man, girl|child
👨‍👧‍👦||family_man_girl_boy man-girl-boy family_mgb|family: man, girl, boy|child
👨‍👧‍👧||family_man_girl_girl man-girl-girl family_mgg|family: man, girl, girl|child
👩‍👦||family_woman_boy woman-boy family_wb|family: woman, boy|child
👩‍👦‍👦||family_woman_boy_boy woman-boy-boy family_wbb|family: woman, boy, boy|child
👩‍👧||family_woman_girl woman-girl family_wg|family: woman, girl|child
👩‍👧‍👦||family_woman_girl_boy woman-girl-boy family_wgb|family: woman, girl, boy|child
👩‍👧‍👧||family_woman_girl_girl woman-girl-girl family_wgg|family: woman, girl, girl|child
🗣️||speaking_head speaking_head_in_silhouette|speaking head|face
👤||bust_in_silhouette|bust in silhouette|mysterious,shadow
👥||busts_in_silhouette|busts in silhouette|bff,everyone,friend,friends,people
🫂|13|people_hugging|people hugging|comfort,embrace,farewell,friendship,goodbye,hello,love,thanks
👪||family|family|child
🧑‍🧑‍🧒|15.1|family_adult_adult_child family_aac|family: adult, adult, child|
🧑‍🧑‍🧒‍🧒|15.1|family_adult_adult_child_child family_aacc|family: adult, adult, child, child|
🧑‍🧒|15.1|family_adult_child family_aa family_ac|family: adult, child|
🧑‍🧒‍🧒|15.1|family_adult_child_child family_acc|family: adult, child, child|
👣||footprints|footprints|barefoot,clothing,omw,print,walk
🫆|16|fingerprint|fingerprint|clue,crime,detective,forensics,identity,mystery,print,safety,trace
#nature
🐵||monkey_face|monkey face|animal,banana
🐒||monkey|monkey|animal,banana
🦍||gorilla|gorilla|animal
🦧|12|orangutan|orangutan|animal,ape,monkey
🐶||dog dog_face|dog face|adorbs,animal,pet,puppies,puppy
🐕||dog2|dog|animal,animals,dogs,pet
🦮|12|guide_dog|guide dog|accessibility,animal,blind
🐕‍🦺|12|service_dog|service dog|accessibility,animal,assistance
🐩||poodle|poodle|animal,dog,fluffy
🐺||wolf wolf_face|wolf|animal
🦊||fox_face fox|fox|animal
🦝||raccoon|raccoon|animal,curious,sly
🐱||cat cat_face|cat face|animal,kitten,kitty,pet
🐈||cat2|cat|animal,animals,cats,kitten,pet
🐈‍⬛|13|black_cat|black cat|animal,feline,halloween,meow,unlucky
🦁||lion lion_face|lion|alpha,animal,leo,mane,order,rawr,roar,safari,strong,zodiac
🐯||tiger tiger_face|tiger face|animal,big,cat,predator
🐅||tiger2|tiger|animal,big,cat,predator,zoo
🐆||leopard|leopard|animal,big,cat,predator,zoo
🐴||horse horse_face|horse face|animal,dressage,equine,farm,horses
🫎|15|moose|moose|alces,animal,antlers,elk,mammal
🫏|15|donkey|donkey|animal,ass,burro,hinny,mammal,mule,stubborn
🐎||racehorse|horse|animal,equestrian,farm,racing
🦄||unicorn unicorn_face|unicorn|
🦓||zebra zebra_face|zebra|animal,stripe
🦌||deer|deer|animal
🦬|13|bison|bison|animal,buffalo,herd,wisent
🐮||cow cow_face|cow face|animal,farm,milk,moo
🐂||ox|ox|animal,animals,bull,farm,taurus,zodiac
🐃||water_buffalo|water buffalo|animal,zoo
🐄||cow2|cow|animal,animals,farm,milk,moo
🐷||pig pig_face|pig face|animal,bacon,farm,pork
🐖||pig2|pig|animal,bacon,farm,pork,sow
🐗||boar|boar|animal,pig
🐽||pig_nose|pig nose|animal,face,farm,smell,snout
🐏||ram|ram|animal,aries,horns,male,sheep,zodiac,zoo
🐑||sheep ewe|ewe|animal,baa,farm,female,fluffy,lamb,wool
🐐||goat|goat|animal,capricorn,farm,milk,zodiac
🐪||dromedary_camel|camel|animal,desert,hump,one
🐫||camel|two-hump camel|animal,bactrian,desert,hump
🦙||llama|llama|alpaca,animal,guanaco,vicuña,wool
🦒||giraffe giraffe_face|giraffe|animal,spots
🐘||elephant|elephant|animal
🦣|13|mammoth|mammoth|animal,extinction,large,tusk,wooly
🦏||rhinoceros rhino|rhinoceros|animal
🦛||hippopotamus hippo|hippopotamus|animal
🐭||mouse mouse_face|mouse face|animal
🐁||mouse2|mouse|animal,animals
🐀||rat|rat|animal
🐹||hamster hamster_face|hamster|animal,pet
🐰||rabbit rabbit_face|rabbit face|animal,bunny,pet
🐇||rabbit2|rabbit|animal,bunny,pet
🐿️||chipmunk|chipmunk|animal,squirrel
🦫|13|beaver|beaver|animal,dam,teeth
🦔||hedgehog|hedgehog|animal,spiny
🦇||bat|bat|animal,vampire
🐻||bear bear_face|bear|animal,grizzly,growl,honey
🐻‍❄️|13|polar_bear polar_bear_face|polar bear|animal,arctic,white
🐨||koala koala_face|koala|animal,australia,bear,down,marsupial,under
🐼||panda_face panda|panda|animal,bamboo
🦥|12|sloth|sloth|lazy,slow
🦦|12|otter|otter|animal,fishing,playful
🦨|12|skunk|skunk|animal,stink
🦘||kangaroo|kangaroo|animal,joey,jump,marsupial
🦡||badger|badger|animal,honey,pester
🐾||feet paw_prints|paw prints|paws
🦃||turkey|turkey|bird,gobble,thanksgiving
🐔||chicken chicken_face|chicken|animal,bird,ornithology
🐓||rooster|rooster|animal,bird,ornithology
🐣||hatching_chick|hatching chick|animal,baby,bird,egg
🐤||baby_chick|baby chick|animal,bird,ornithology
🐥||hatched_chick|front-facing baby chick|animal,bird,newborn,ornithology
🐦||bird bird_face|bird|animal,ornithology
🐧||penguin penguin_face|penguin|animal,antarctica,bird,ornithology
🕊️||dove dove_of_peace|dove|bird,fly,ornithology
🦅||eagle|eagle|animal,bird,ornithology
🦆||duck|duck|animal,bird,ornithology
🦢||swan|swan|animal,bird,cygnet,duckling,ornithology,ugly
🦉||owl|owl|animal,bird,ornithology,wise
🦤|13|dodo|dodo|animal,bird,extinction,large,ornithology
🪶|13|feather|feather|bird,flight,light,plumage
🦩|12|flamingo|flamingo|animal,bird,flamboyant,ornithology,tropical
🦚||peacock|peacock|animal,bird,colorful,ornithology,ostentatious,peahen,pretty,proud
🦜||parrot|parrot|animal,bird,ornithology,pirate,talk
🪽|15|wing|wing|angelic,ascend,aviation,bird,fly,flying,heavenly,mythology,soar
🐦‍⬛|15|black_bird|black bird|animal,beak,caw,corvid,crow,ornithology,raven,rook
🪿|15|goose|goose|animal,bird,duck,flock,fowl,gaggle,gander,geese,honk,ornithology,silly
🐦‍🔥|15.1|phoenix|phoenix|ascend,ascension,emerge,fantasy,firebird,glory,immortal,rebirth,reincarnation,reinvent,renewal,revival,revive,rise,transform
🐸||frog frog_face|frog|animal
🐊||crocodile|crocodile|animal,zoo
🐢||turtle|turtle|animal,terrapin,tortoise
🦎||lizard|lizard|animal,reptile
🐍||snake|snake|animal,bearer,ophiuchus,serpent,zodiac
🐲||dragon_face|dragon face|animal,fairy,fairytale,tale
🐉||dragon|dragon|animal,fairy,fairytale,knights,tale
🦕||sauropod|sauropod|brachiosaurus,brontosaurus,dinosaur,diplodocus
🦖||t-rex trex|T-Rex|dinosaur,rex,tyrannosaurus
🐳||whale spouting_whale|spouting whale|animal,beach,face,ocean
🐋||whale2|whale|animal,beach,ocean
🐬||dolphin flipper|dolphin|animal,beach,ocean
🫍|17|orca|orca|marine,ocean,whale
🦭|13|seal|seal|animal,lion,ocean
🐟||fish|fish|animal,dinner,fishes,fishing,pisces,zodiac
🐠||tropical_fish|tropical fish|animal,fishes
🐡||blowfish|blowfish|animal,fish
🦈||shark|shark|animal,fish
🐙||octopus|octopus|animal,creature,ocean
🐚||shell|spiral shell|animal,beach,conch,sea
🪸|14|coral|coral|change,climate,ocean,reef,sea
🪼|15|jellyfish|jellyfish|animal,aquarium,burn,invertebrate,life,marine,ocean,ouch,plankton,sea,sting,stinger,tentacles
🦀||crab|crab|cancer,zodiac
🦞||lobster|lobster|animal,bisque,claws,seafood
🦐||shrimp|shrimp|food,shellfish,small
🦑||squid|squid|animal,food,mollusk
🦪|12|oyster|oyster|diving,pearl
🐌||snail|snail|animal,escargot,garden,nature,slug
🦋||butterfly|butterfly|insect,pretty
🐛||bug|bug|animal,garden,insect
🐜||ant|ant|animal,garden,insect
🐝||bee honeybee|honeybee|animal,bumblebee,insect,nature,spring
🪲|13|beetle|beetle|animal,bug,insect
🐞||lady_beetle ladybug|lady beetle|animal,garden,insect,ladybird,nature
🦗||cricket|cricket|animal,bug,grasshopper,insect,orthoptera
🪳|13|cockroach|cockroach|animal,insect,pest,roach
🕷️||spider|spider|animal,insect
🕸️||spider_web|spider web|
🦂||scorpion|scorpion|scorpius,zodiac
🦟||mosquito|mosquito|bite,disease,fever,insect,malaria,pest,virus
🪰|13|fly|fly|animal,disease,insect,maggot,pest,rotting
🪱|13|worm|worm|animal,annelid,earthworm,parasite
🦠||microbe|microbe|amoeba,bacteria,science,virus
💐||bouquet|bouquet|anniversary,birthday,date,flower,love,plant,romance
🌸||cherry_blossom|cherry blossom|flower,plant,spring,springtime
💮||white_flower|white flower|
🪷|14|lotus|lotus|beauty,buddhism,calm,flower,hinduism,peace,purity,serenity
🏵️||rosette|rosette|plant
🌹||rose|rose|beauty,elegant,flower,love,plant,red,valentine
🥀||wilted_flower|wilted flower|dying
🌺||hibiscus|hibiscus|flower,plant
🌻||sunflower|sunflower|flower,outdoors,plant
🌼||blossom|blossom|buttercup,dandelion,flower,plant
🌷||tulip|tulip|blossom,flower,growth,plant
🪻|15|hyacinth|hyacinth|bloom,bluebonnet,flower,indigo,lavender,lilac,lupine,plant,purple,shrub,snapdragon,spring,violet
🌱||seedling|seedling|plant,sapling,sprout,young
🪴|13|potted_plant|potted plant|decor,grow,house,nurturing
🌲||evergreen_tree|evergreen tree|christmas,forest,pine
🌳||deciduous_tree|deciduous tree|forest,green,habitat,shedding
🌴||palm_tree|palm tree|beach,plant,tropical
🌵||cactus|cactus|desert,drought,nature,plant
🌾||ear_of_rice sheaf_of_rice|sheaf of rice|grain,grains,plant
🌿||herb|herb|leaf,plant
☘️||shamrock|shamrock|irish,plant
🍀||four_leaf_clover|four leaf clover|4,four-leaf,irish,lucky,plant
🍁||maple_leaf|maple leaf|falling
🍂||fallen_leaf|fallen leaf|autumn,falling
🍃||leaves|leaf fluttering in wind|blow
🪹|14|empty_nest nest|empty nest|branch,home,nesting
🪺|14|nest_with_eggs|nest with eggs|bird,branch,nesting
🍄||mushroom|mushroom|fungus,toadstool
🪾|16|leafless_tree|leafless tree|bare,barren,branches,dead,drought,trunk,winter,wood
#food
🍇||grapes|grapes|dionysus,fruit
🍈||melon|melon|cantaloupe,fruit
🍉||watermelon|watermelon|fruit
🍊||mandarin orange tangerine|tangerine|c,citrus,fruit,nectarine,vitamin
🍋||lemon|lemon|citrus,fruit,sour
🍋‍🟩|15.1|lime|lime|acidity,citrus,cocktail,fruit,garnish,key,margarita,mojito,refreshing,salsa,sour,tangy,tequila,tropical,zest
🍌||banana|banana|fruit,potassium
🍍||pineapple|pineapple|colada,fruit,pina,tropical
🥭||mango|mango|food,fruit,tropical
🍎||apple red_apple|red apple|diet,food,fruit,health,ripe
🍏||green_apple|green apple|fruit
🍐||pear|pear|fruit
🍑||peach|peach|fruit
🍒||cherries|cherries|berries,cherry,fruit,red
🍓||strawberry|strawberry|berry,fruit
🫐|13|blueberries|blueberries|berries,berry,bilberry,blueberry,food,fruit
🥝||kiwi_fruit kiwifruit kiwi|kiwi fruit|food
🍅||tomato|tomato|food,fruit,vegetable
🫒|13|olive|olive|food
🥥||coconut|coconut|colada,palm,piña
🥑||avocado|avocado|food,fruit
🍆||eggplant|eggplant|aubergine,vegetable
🥔||potato|potato|food,vegetable
🥕||carrot|carrot|food,vegetable
🌽||corn ear_of_corn|ear of corn|crops,farm,maize,maze
🌶️||hot_pepper|hot pepper|
🫑|13|bell_pepper|bell pepper|capsicum,food,vegetable
🥒||cucumber|cucumber|food,pickle,vegetable
🥬||leafy_green|leafy green|bok,burgers,cabbage,choy,kale,lettuce,salad
🥦||broccoli|broccoli|cabbage,wild
🧄|12|garlic|garlic|flavoring
🧅|12|onion|onion|flavoring
🥜||peanuts|peanuts|food,nut,vegetable
🫘|14|beans|beans|food,kidney,legume,small
🌰||chestnut|chestnut|almond,plant
🫚|15|ginger_root ginger|ginger root|beer,health,herb,natural,spice
🫛|15|pea_pod pea|pea pod|beans,beanstalk,edamame,legume,soybean,vegetable,veggie
🍄‍🟫|15.1|brown_mushroom|brown mushroom|food,fungi,fungus,nature,pizza,portobello,shiitake,shroom,spore,sprout,toppings,truffle,vegetable,vegetarian,veggie
🫜|16|root_vegetable|root vegetable|beet,food,garden,radish,salad,turnip,vegetarian
🍞||bread|bread|carbs,food,grain,loaf,restaurant,toast,wheat
🥐||croissant|croissant|bread,breakfast,crescent,food,french,roll
🥖||baguette_bread|baguette bread|food,french
🫓|13|flatbread|flatbread|arepa,bread,food,gordita,lavash,naan,pita
🥨||pretzel|pretzel|convoluted,twisted
🥯||bagel|bagel|bakery,bread,breakfast,schmear
🥞||pancakes|pancakes|breakfast,crêpe,food,hotcake
🧇|12|waffle|waffle|breakfast,indecisive,iron
🧀||cheese cheese_wedge|cheese wedge|
🍖||meat_on_bone|meat on bone|
🍗||poultry_leg|poultry leg|bone,chicken,drumstick,hungry,turkey
🥩||cut_of_meat|cut of meat|chop,lambchop,porkchop,red,steak
🥓||bacon|bacon|breakfast,food,meat
🍔||hamburger|hamburger|burger,eat,fast,food,hungry
🍟||fries french_fries|french fries|fast,food
🍕||pizza|pizza|cheese,food,hungry,pepperoni,slice
🌭||hotdog|hot dog|frankfurter,sausage
🥪||sandwich|sandwich|bread
🌮||taco|taco|mexican
🌯||burrito|burrito|mexican,wrap
🫔|13|tamale|tamale|food,mexican,pamonha,wrapped
🥙||stuffed_flatbread|stuffed flatbread|falafel,food,gyro,kebab
🧆|12|falafel|falafel|chickpea,meatball
🥚||egg|egg|breakfast,food
🍳||fried_egg cooking|cooking|breakfast,easy,fry,frying,over,pan,restaurant,side,sunny,up
🥘||shallow_pan_of_food|shallow pan of food|casserole,paella
🍲||stew pot_of_food|pot of food|soup
🫕|13|fondue|fondue|cheese,chocolate,food,melted,pot,ski
🥣||bowl_with_spoon|bowl with spoon|breakfast,cereal,congee,oatmeal,porridge
🥗||green_salad salad|green salad|food
🍿||popcorn|popcorn|corn,movie
🧈|12|butter|butter|dairy
🧂||salt|salt|condiment,flavor,mad,salty,shaker,taste,upset
🥫||canned_food|canned food|
🍱||bento bento_box|bento box|food
🍘||rice_cracker|rice cracker|food
🍙||rice_ball|rice ball|food,japanese
🍚||rice cooked_rice|cooked rice|food
🍛||curry curry_rice|curry rice|food
🍜||ramen steaming_bowl|steaming bowl|chopsticks,food,noodle,pho,soup
🍝||spaghetti|spaghetti|food,meatballs,pasta,restaurant
🍠||sweet_potato|roasted sweet potato|food
🍢||oden|oden|food,kebab,restaurant,seafood,skewer,stick
🍣||sushi|sushi|food
🍤||fried_shrimp|fried shrimp|prawn,tempura
🍥||fish_cake|fish cake with swirl|food,pastry,restaurant
🥮||moon_cake|moon cake|autumn,festival,yuèbǐng
🍡||dango|dango|dessert,japanese,skewer,stick,sweet
🥟||dumpling|dumpling|empanada,gyōza,jiaozi,pierogi,potsticker
🥠||fortune_cookie|fortune cookie|prophecy
🥡||takeout_box|takeout box|chopsticks,delivery,food,oyster,pail
🍦||icecream soft_serve|soft ice cream|dessert,food,restaurant,sweet
🍧||shaved_ice|shaved ice|dessert,restaurant,sweet
🍨||ice_cream|ice cream|dessert,food,restaurant,sweet
🍩||doughnut|doughnut|breakfast,dessert,donut,food,sweet
🍪||cookie|cookie|chip,chocolate,dessert,sweet
🎂||birthday birthday_cake|birthday cake|bday,celebration,dessert,happy,pastry,sweet
🍰||cake shortcake|shortcake|dessert,pastry,slice,sweet
🧁||cupcake|cupcake|bakery,dessert,sprinkles,sugar,sweet,treat
🥧||pie|pie|apple,filling,fruit,meat,pastry,pumpkin,slice
🍫||chocolate_bar|chocolate bar|candy,dessert,halloween,sweet,tooth
🍬||candy|candy|cavities,dessert,halloween,restaurant,sweet,tooth,wrapper
🍭||lollipop|lollipop|candy,dessert,food,restaurant,sweet
🍮||custard|custard|dessert,pudding,sweet
🍯||honey_pot|honey pot|barrel,bear,food,honeypot,jar,sweet
🍼||baby_bottle|baby bottle|babies,birth,born,drink,infant,milk,newborn
🥛||milk_glass glass_of_milk milk|glass of milk|drink
☕||coffee|hot beverage|cafe,caffeine,chai,drink,morning,steaming,tea
🫖|13|teapot|teapot|brew,drink,food,pot
🍵||tea|teacup without handle|beverage,cup,drink,oolong
🍶||sake|sake|bar,beverage,bottle,cup,drink,restaurant
🍾||champagne|bottle with popping cork|bar,drink
🍷||wine_glass|wine glass|alcohol,bar,beverage,booze,club,drink,drinking,drinks,restaurant
🍸||cocktail|cocktail glass|alcohol,bar,booze,club,drink,drinking,drinks,mad,martini,men
🍹||tropical_drink|tropical drink|alcohol,bar,booze,club,cocktail,drinking,drinks,drunk,mai,party,tai,tropics
🍺||beer|beer mug|alcohol,ale,bar,booze,drink,drinking,drinks,octoberfest,oktoberfest,pint,stein,summer
🍻||beers|clinking beer mugs|alcohol,bar,booze,bottoms,cheers,drinking,drinks
🥂||clinking_glasses|clinking glasses|celebrate,drink
🥃||tumbler_glass whisky|tumbler glass|liquor,scotch,shot,whiskey
🫗|14|pouring_liquid pour|pouring liquid|accident,drink,empty,glass,oops,spill,water
🥤||cup_with_straw|cup with straw|drink,juice,malt,soda,soft,water
🧋|13|bubble_tea boba_drink|bubble tea|food,milk,pearl
🧃|12|beverage_box juice_box|beverage box|straw,sweet
🧉|12|mate mate_drink|mate|
🧊|12|ice_cube ice|ice|cold,iceberg
🥢||chopsticks|chopsticks|hashi,jeotgarak,kuaizi
🍽️||plate_with_cutlery knife_fork_plate fork_knife_plate|fork and knife with plate|cooking,dinner,eat
🍴||fork_and_knife|fork and knife|breakfast,breaky,cooking,cutlery,delicious,dinner,eat,feed,food,hungry,lunch,restaurant,yum,yummy
🥄||spoon|spoon|eat,tableware
🔪||hocho knife|kitchen knife|chef,cooking,tool,weapon
🫙|14|jar|jar|condiment,container,empty,nothing,sauce,store
🏺||amphora|amphora|aquarius,cooking,drink,jug,tool,weapon,zodiac
#travel
🌍||earth_africa earth_europe|globe showing Europe-Africa|world
🌎||earth_americas|globe showing Americas|world
🌏||earth_asia|globe showing Asia-Australia|australia,world
🌐||globe_with_meridians|globe with meridians|earth,internet,web,world,worldwide
🗺️||world_map|world map|
🗾||japan japan_map|map of Japan|
🧭||compass|compass|direction,magnetic,navigation,orienteering
🏔️||mountain_snow snow_capped_mountain|snow-capped mountain|cold
⛰️||mountain|mountain|
🛘|17|landslide|landslide|avalanche,danger,disaster,earthquake,mountain,mudslide,rocks
🌋||volcano|volcano|eruption,mountain,nature
🗻||mount_fuji|mount fuji|mountain,nature
🏕️||camping|camping|
🏖️||beach_umbrella beach_with_umbrella beach|beach with umbrella|
🏜️||desert|desert|
🏝️||desert_island island|desert island|
🏞️||national_park|national park|
🏟️||stadium|stadium|
🏛️||classical_building|classical building|
🏗️||building_construction construction_site|building construction|crane
🧱||bricks|brick|clay,mortar,wall
🪨|13|rock|rock|boulder,heavy,solid,stone,tough
🪵|13|wood|wood|log,lumber,timber
🛖|13|hut|hut|home,house,roundhouse,shelter,yurt
🏘️||houses house_buildings homes|houses|
🏚️||derelict_house derelict_house_building house_abandoned|derelict house|home
🏠||house|house|building,country,heart,home,ranch,settle,simple,suburban,suburbia,where
🏡||house_with_garden|house with garden|building,country,heart,home,ranch,settle,simple,suburban,suburbia,where
🏢||office|office building|city,cubical,job
🏣||post_office|Japanese post office|building
🏤||european_post_office|post office|building
🏥||hospital|hospital|building,doctor,medicine
🏦||bank|bank|building
🏨||hotel|hotel|building
🏩||love_hotel|love hotel|building
🏪||convenience_store|convenience store|24,building,hours
🏫||school|school|building
🏬||department_store|department store|building
🏭||factory|factory|building
🏯||japanese_castle|Japanese castle|building
🏰||european_castle castle|castle|building
💒||wedding|wedding|chapel,hitched,nuptials,romance
🗼||tokyo_tower|Tokyo tower|
🗽||statue_of_liberty|Statue of Liberty|new,ny,nyc,york
⛪||church|church|bless,chapel,christian,cross,religion
🕌||mosque|mosque|islam,masjid,muslim,religion
🛕|12|hindu_temple|hindu temple|
🕍||synagogue|synagogue|jew,jewish,judaism,religion,temple
⛩️||shinto_shrine|shinto shrine|religion
🕋||kaaba|kaaba|hajj,islam,muslim,religion,umrah
⛲||fountain|fountain|
⛺||tent|tent|camping
🌁||foggy|foggy|
🌃||night_with_stars|night with stars|
🏙️||cityscape|cityscape|
🌄||sunrise_over_mountains|sunrise over mountains|morning
🌅||sunrise|sunrise|morning,nature
🌆||city_sunset city_dusk|cityscape at dusk|building,evening,landscape
🌇||city_sunrise|sunset|building,dusk
🌉||bridge_at_night|bridge at night|
♨️||hotsprings|hot springs|steaming
🎠||carousel_horse|carousel horse|entertainment
🛝|14|playground_slide slide|playground slide|amusement,park,playing,sliding,theme
🎡||ferris_wheel|ferris wheel|amusement,park,theme
🎢||roller_coaster|roller coaster|amusement,park,theme
💈||barber barber_pole|barber pole|cut,fresh,haircut,shave
🎪||circus_tent|circus tent|
🚂||steam_locomotive|locomotive|caboose,engine,railway,train,trains,travel
🚃||railway_car|railway car|electric,train,tram,travel,trolleybus
🚄||bullettrain_side|high-speed train|railway,shinkansen,speed
🚅||bullettrain_front|bullet train|high-speed,nose,railway,shinkansen,speed,travel
🚆||train2|train|arrived,choo,railway
🚇||metro|metro|subway,travel
🚈||light_rail|light rail|arrived,monorail,railway
🚉||station|station|railway,train
🚊||tram|tram|trolleybus
🚝||monorail|monorail|vehicle
🚞||mountain_railway|mountain railway|car,trip
🚋||train tram_car|tram car|bus,trolley,trolleybus
🚌||bus|bus|school,vehicle
🚍||oncoming_bus|oncoming bus|cars
🚎||trolleybus|trolleybus|bus,tram
🚐||minibus|minibus|bus,drive,van,vehicle
🚑||ambulance|ambulance|emergency,vehicle
🚒||fire_engine|fire engine|truck
🚓||police_car|police car|5–0,cops,patrol
🚔||oncoming_police_car|oncoming police car|
🚕||taxi|taxi|cab,cabbie,car,drive,vehicle,yellow
🚖||oncoming_taxi|oncoming taxi|cab,cabbie,cars,drove,hail,yellow
🚗||car red_car|automobile|driving,vehicle
🚘||oncoming_automobile|oncoming automobile|car,cars,drove,vehicle
🚙||blue_car suv|sport utility vehicle|drive,recreational,sportutility
🛻|13|pickup_truck|pickup truck|automobile,car,flatbed,pick-up,transportation
🚚||truck delivery_truck|delivery truck|car,drive,vehicle
🚛||articulated_lorry|articulated lorry|car,drive,move,semi,truck,vehicle
🚜||tractor|tractor|vehicle
🏎️||racing_car|racing car|zoom
🏍️||motorcycle racing_motorcycle|motorcycle|
🛵||motor_scooter|motor scooter|
🦽|12|manual_wheelchair|manual wheelchair|accessibility
🦼|12|motorized_wheelchair|motorized wheelchair|accessibility
🛺|12|auto_rickshaw|auto rickshaw|tuk
🚲||bike bicycle|bicycle|class,cycle,cycling,cyclist,gang,ride,spin,spinning
🛴||kick_scooter scooter|kick scooter|
🛹||skateboard|skateboard|board,skater,wheels
🛼|13|roller_skate|roller skate|blades,skates,sport
🚏||busstop|bus stop|
🛣️||motorway|motorway|highway,road
🛤️||railway_track|railway track|train
🛢️||oil_drum|oil drum|
⛽||fuelpump|fuel pump|diesel,gas,gasoline,station
🛞|14|wheel|wheel|car,circle,tire,turn,vehicle
🚨||rotating_light|police car light|alarm,alert,beacon,emergency,revolving,siren
🚥||traffic_light|horizontal traffic light|intersection,signal,stop,stoplight
🚦||vertical_traffic_light|vertical traffic light|drove,intersection,signal,stop,stoplight
🛑||stop_sign octagonal_sign|stop sign|
🚧||construction|construction|barrier
⚓||anchor|anchor|ship,tool
🛟|14|ring_buoy lifebuoy|ring buoy|float,lifesaver,preserver,rescue,safety,save,saver,swim
⛵||boat sailboat|sailboat|resort,sailing,sea,yacht
🛶||canoe|canoe|boat
🚤||speedboat|speedboat|billionaire,boat,lake,luxury,millionaire,summer,travel
🛳️||passenger_ship cruise_ship|passenger ship|
⛴️||ferry|ferry|boat,passenger
🛥️||motor_boat motorboat|motor boat|
🚢||ship|ship|boat,passenger,travel
✈️||airplane|airplane|aeroplane,fly,flying,jet,plane,travel
🛩️||small_airplane|small airplane|aeroplane,plane
🛫||flight_departure airplane_departure|airplane departure|aeroplane,check-in,departures,plane
🛬||flight_arrival airplane_arriving|airplane arrival|aeroplane,arrivals,landing,plane
🪂|12|parachute|parachute|hang-glide,parasail,skydive
💺||seat|seat|chair
🚁||helicopter|helicopter|copter,roflcopter,travel,vehicle
🚟||suspension_railway|suspension railway|
🚠||mountain_cableway|mountain cableway|gondola,lift,ski
🚡||aerial_tramway|aerial tramway|cable,car,gondola,ropeway
🛰️||artificial_satellite|satellite|space
🚀||rocket|rocket|launch,rockets,space,travel
🛸||flying_saucer|flying saucer|aliens,extra,terrestrial,ufo
🛎️||bellhop_bell bellhop|bellhop bell|hotel
🧳||luggage|luggage|bag,packing,roller,suitcase,travel
⌛||hourglass|hourglass done|sand,time,timer
⏳||hourglass_flowing_sand|hourglass not done|hours,timer,waiting,yolo
⌚||watch|watch|clock,time
⏰||alarm_clock|alarm clock|hours,hrs,late,time,waiting
⏱️||stopwatch|stopwatch|clock,time
⏲️||timer_clock|timer clock|
🕰️||mantelpiece_clock clock|mantelpiece clock|time
🕛||clock12|twelve o’clock|12,12:00,time
🕧||clock1230|twelve-thirty|12,12:30,30,thirty,time
🕐||clock1|one o’clock|1,1:00,time
🕜||clock130|one-thirty|1,1:30,30,thirty,time
🕑||clock2|two o’clock|2,2:00,time
🕝||clock230|two-thirty|2,2:30,30,thirty,time
🕒||clock3|three o’clock|3,3:00,time
🕞||clock330|three-thirty|3,30,3:30,thirty,time
🕓||clock4|four o’clock|4,4:00,time
🕟||clock430|four-thirty|30,4,4:30,thirty,time
🕔||clock5|five o’clock|5,5:00,time
🕠||clock530|five-thirty|30,5,5:30,thirty,time
🕕||clock6|six o’clock|6,6:00,time
🕡||clock630|six-thirty|30,6,6:30,thirty
🕖||clock7|seven o’clock|0,7,7:00
🕢||clock730|seven-thirty|30,7,7:30,thirty
🕗||clock8|eight o’clock|8,8:00,time
🕣||clock830|eight-thirty|30,8,8:30,thirty,time
🕘||clock9|nine o’clock|9,9:00,time
🕤||clock930|nine-thirty|30,9,9:30,thirty,time
🕙||clock10|ten o’clock|0,10,10:00
🕥||clock1030|ten-thirty|10,10:30,30,thirty,time
🕚||clock11|eleven o’clock|11,11:00,time
🕦||clock1130|eleven-thirty|11,11:30,30,thirty,time
🌑||new_moon|new moon|dark,space
🌒||waxing_crescent_moon|waxing crescent moon|dreams,space
🌓||first_quarter_moon|first quarter moon|space
🌔||moon waxing_gibbous_moon|waxing gibbous moon|space
🌕||full_moon|full moon|space
🌖||waning_gibbous_moon|waning gibbous moon|space
🌗||last_quarter_moon|last quarter moon|space
🌘||waning_crescent_moon|waning crescent moon|space
🌙||crescent_moon|crescent moon|ramadan,space
🌚||new_moon_with_face|new moon face|space
🌛||first_quarter_moon_with_face|first quarter moon face|space
🌜||last_quarter_moon_with_face|last quarter moon face|dreams
🌡️||thermometer|thermometer|weather
☀️||sunny sun|sun|bright,rays,space,weather
🌝||full_moon_with_face|full moon face|bright
🌞||sun_with_face|sun with face|beach,bright,day,heat,shine,sunny,sunshine,weather
🪐|12|ringed_planet saturn|ringed planet|saturnine
⭐||star|star|astronomy,medium,stars,white
🌟||star2 glowing_star|glowing star|glittery,night,shining,sparkle,win
🌠||stars shooting_star|shooting star|falling,night,space
🌌||milky_way|milky way|space
☁️||cloud|cloud|weather
⛅||partly_sunny|sun behind cloud|cloudy,weather
⛈️||cloud_with_lightning_and_rain thunder_cloud_and_rain stormy|cloud with lightning and rain|thunderstorm
🌤️||sun_behind_small_cloud mostly_sunny sun_small_cloud|sun behind small cloud|weather
🌥️||sun_behind_large_cloud barely_sunny sun_behind_cloud cloudy|sun behind large cloud|weather
🌦️||sun_behind_rain_cloud partly_sunny_rain sun_and_rain|sun behind rain cloud|weather
🌧️||cloud_with_rain rain_cloud rainy|cloud with rain|weather
🌨️||cloud_with_snow snow_cloud snowy|cloud with snow|cold,weather
🌩️||cloud_with_lightning lightning lightning_cloud|cloud with lightning|weather
🌪️||tornado tornado_cloud|tornado|weather,whirlwind
🌫️||fog|fog|cloud,weather
🌬️||wind_face wind_blowing_face|wind face|cloud
🌀||cyclone|cyclone|dizzy,hurricane,twister,typhoon,weather
🌈||rainbow|rainbow|gay,genderqueer,glbt,glbtq,lesbian,lgbt,lgbtq,lgbtqia,nature,pride,queer,trans,transgender,weather
🌂||closed_umbrella|closed umbrella|clothing,rain
☂️||open_umbrella|umbrella|clothing,rain
☔||umbrella umbrella_with_rain_drops umbrella_with_rain|umbrella with rain drops|clothing,weather
⛱️||parasol_on_ground umbrella_on_ground|umbrella on ground|rain,sun
⚡||zap high_voltage|high voltage|danger,electric,electricity,lightning,nature,thunder,thunderbolt
❄️||snowflake|snowflake|cold,weather
☃️||snowman_with_snow snowman2|snowman|cold,man
⛄||snowman snowman_without_snow|snowman without snow|cold,man
☄️||comet|comet|space
🔥||fire|fire|af,burn,flame,hot,lit,litaf,tool
💧||droplet|droplet|cold,comic,nature,sad,sweat,tear,water,weather
🌊||ocean water_wave|water wave|nature,surf,surfer,surfing
#activities
🎃||jack_o_lantern|jack-o-lantern|celebration,halloween,pumpkin
🎄||christmas_tree|Christmas tree|celebration
🎆||fireworks|fireworks|boom,celebration,entertainment,yolo
🎇||sparkler|sparkler|boom,celebration,fireworks
🧨||firecracker|firecracker|dynamite,explosive,fireworks,light,pop,popping,spark
✨||sparkles|sparkles|*,magic,star
🎈||balloon|balloon|birthday,celebrate,celebration
🎉||tada party party_popper|party popper|awesome,birthday,celebrate,celebration,excited,hooray,woohoo
🎊||confetti_ball|confetti ball|celebrate,celebration,party,woohoo
🎋||tanabata_tree|tanabata tree|banner,celebration,japanese
🎍||bamboo|pine decoration|celebration,japanese,plant
🎎||dolls|Japanese dolls|celebration,festival
🎏||flags carp_streamer|carp streamer|celebration
🎐||wind_chime|wind chime|bell,celebration
🎑||rice_scene moon_ceremony|moon viewing ceremony|celebration
🧧||red_envelope|red envelope|gift,good,hóngbāo,lai,luck,money,see
🎀||ribbon|ribbon|celebration
🎁||gift|wrapped gift|birthday,bow,box,celebration,christmas,present,surprise
🎗️||reminder_ribbon|reminder ribbon|celebration
🎟️||tickets admission_tickets|admission tickets|
🎫||ticket|ticket|admission,stub
🎖️||medal_military medal military_medal|military medal|award,celebration
🏆||trophy|trophy|champion,champs,prize,slay,sport,victory,win,winning
🏅||medal_sports sports_medal|sports medal|award,gold,winner
🥇||1st_place_medal first_place_medal 1st|1st place medal|gold
🥈||2nd_place_medal second_place_medal 2nd|2nd place medal|silver
🥉||3rd_place_medal third_place_medal 3rd|3rd place medal|bronze
⚽||soccer|soccer ball|football,futbol,sport
⚾||baseball|baseball|ball,sport
🥎||softball|softball|ball,glove,sports,underarm
🏀||basketball|basketball|ball,hoop,sport
🏐||volleyball|volleyball|ball,game
🏈||football|american football|ball,bowl,sport,super
🏉||rugby_football|rugby football|ball,sport
🎾||tennis|tennis|ball,racquet,sport
🥏||flying_disc|flying disc|ultimate
🎳||bowling|bowling|ball,game,sport,strike
🏏||cricket_game cricket_bat_and_ball|cricket game|
🏑||field_hockey field_hockey_stick_and_ball|field hockey|game
🏒||ice_hockey ice_hockey_stick_and_puck hockey|ice hockey|game
🥍||lacrosse|lacrosse|ball,goal,sports,stick
🏓||ping_pong table_tennis_paddle_and_ball|ping pong|bat,game,pingpong
🏸||badminton badminton_racquet_and_shuttlecock|badminton|birdie,game
🥊||boxing_glove|boxing glove|
🥋||martial_arts_uniform|martial arts uniform|judo,karate,taekwondo
🥅||goal_net|goal net|
⛳||golf|flag in hole|sport
⛸️||ice_skate|ice skate|skating
🎣||fishing_pole_and_fish fishing_pole|fishing pole|entertainment,sport
🤿|12|diving_mask|diving mask|scuba,snorkeling
🎽||running_shirt_with_sash running_shirt|running shirt|athletics
🎿||ski|skis|snow,sport
🛷||sled|sled|luge,sledge,sleigh,snow,toboggan
🥌||curling_stone|curling stone|game,rock
🎯||dart bullseye direct_hit|bullseye|entertainment,game,target
🪀|12|yo_yo yo-yo|yo-yo|fluctuate,toy
🪁|12|kite|kite|fly,soar
🔫||gun pistol|water pistol|handgun,revolver,tool,weapon
🎱||8ball billiards|pool 8 ball|eight,game
🔮||crystal_ball|crystal ball|fairy,fairytale,fantasy,fortune,future,magic,tale,tool
🪄|13|magic_wand|magic wand|magician,witch,wizard
🎮||video_game controller|video game|entertainment
🕹️||joystick|joystick|game,video,videogame
🎰||slot_machine|slot machine|casino,gamble,gambling,game,slots
🎲||game_die|game die|dice,entertainment
🧩||jigsaw puzzle_piece|puzzle piece|clue,interlocking
🧸||teddy_bear|teddy bear|plaything,plush,stuffed,toy
🪅|13|pinata|piñata|candy,celebrate,celebration,cinco,de,festive,mayo,party,pinada
🪩|14|mirror_ball disco disco_ball|mirror ball|dance,glitter,party
🪆|13|nesting_dolls|nesting dolls|babooshka,baboushka,babushka,matryoshka,russia
♠️||spades|spade suit|card,game
♥️||hearts|heart suit|card,emotion,game
♦️||diamonds|diamond suit|card,game
♣️||clubs|club suit|card,game
♟️||chess_pawn|chess pawn|dupe,expendable
🃏||black_joker|joker|card,game,wildcard
🀄||mahjong|mahjong red dragon|game
🎴||flower_playing_cards|flower playing cards|game,japanese
🎭||performing_arts|performing arts|actor,actress,entertainment,mask,theater,theatre,thespian
🖼️||framed_picture frame_with_picture|framed picture|art,museum,painting
🎨||art palette|artist palette|artsy,arty,colorful,creative,entertainment,museum,painter,painting
🧵||thread|thread|needle,sewing,spool,string
🪡|13|sewing_needle|sewing needle|embroidery,stitches,sutures,tailoring,thread
🧶||yarn|yarn|ball,crochet,knit
🪢|13|knot|knot|cord,rope,tangled,tie,twine,twist
#objects
👓||eyeglasses glasses|glasses|clothing,eyewear
🕶️||dark_sunglasses|sunglasses|eye,eyewear,glasses
🥽||goggles|goggles|dive,eye,protection,scuba,swimming,welding
🥼||lab_coat|lab coat|clothes,doctor,dr,experiment,jacket,scientist,white
🦺|12|safety_vest|safety vest|emergency
👔||necktie|necktie|clothing,employed,serious,shirt,tie
👕||shirt tshirt|t-shirt|blue,casual,clothes,clothing,collar,dressed,shopping,weekend
👖||jeans|jeans|blue,casual,clothes,clothing,denim,dressed,pants,shopping,trousers,weekend
🧣||scarf|scarf|bundle,cold,neck,up
🧤||gloves|gloves|hand
🧥||coat|coat|brr,bundle,cold,jacket,up
🧦||socks|socks|stocking
👗||dress|dress|clothes,clothing,dressed,fancy,shopping
👘||kimono|kimono|clothing,comfortable
🥻|12|sari|sari|clothing,dress
🩱|12|one_piece_swimsuit one-piece_swimsuit|one-piece swimsuit|bathing,suit
🩲|12|swim_brief briefs|briefs|bathing,one-piece,suit,swimsuit,underwear
🩳|12|shorts|shorts|bathing,pants,suit,swimsuit,underwear
👙||bikini|bikini|bathing,beach,clothing,pool,suit,swim
👚||womans_clothes|woman’s clothes|blouse,clothing,collar,dress,dressed,lady,shirt,shopping
🪭|15|folding_hand_fan folding_fan|folding hand fan|clack,clap,cool,cooling,dance,flirt,flutter,hot,shy
👛||purse|purse|clothes,clothing,coin,dress,fancy,handbag,shopping
👜||handbag|handbag|bag,clothes,clothing,dress,lady,purse,shopping
👝||pouch clutch_bag|clutch bag|clothes,clothing,dress,handbag,purse
🛍️||shopping shopping_bags|shopping bags|hotel
🎒||school_satchel backpack|backpack|backpacking,bag,bookbag,education,rucksack
🩴|13|thong_sandal|thong sandal|beach,flip,flop,sandals,shoe,thongs,zōri
👞||mans_shoe shoe|man’s shoe|brown,clothes,clothing,feet,foot,kick,shoes,shopping
👟||athletic_shoe sneaker|running shoe|clothes,clothing,fast,kick,shoes,shopping,tennis
🥾||hiking_boot|hiking boot|backpacking,brown,camping,outdoors,shoe
🥿||flat_shoe womans_flat_shoe|flat shoe|ballet,comfy,flats,slip-on,slipper
👠||high_heel|high-heeled shoe|clothes,clothing,dress,fashion,heels,shoes,shopping,stiletto,woman
👡||sandal|woman’s sandal|clothing,shoe
🩰|12|ballet_shoes|ballet shoes|dance
👢||boot|woman’s boot|clothes,clothing,dress,shoe,shoes,shopping
🪮|15|hair_pick|hair pick|afro,comb,groom
👑||crown|crown|clothing,family,king,medieval,queen,royal,royalty,win
👒||womans_hat|woman’s hat|clothes,clothing,garden,hats,party
🎩||tophat top_hat|top hat|clothes,clothing,fancy,formal,magic
🎓||mortar_board graduation_cap|graduation cap|celebration,clothing,education,hat,scholar
🧢||billed_cap|billed cap|baseball,bent,dad,hat
🪖|13|military_helmet|military helmet|army,soldier,war,warrior
⛑️||rescue_worker_helmet helmet_with_white_cross helmet_with_cross|rescue worker’s helmet|aid,face,hat
📿||prayer_beads|prayer beads|clothing,necklace,religion
💄||lipstick|lipstick|cosmetics,date,makeup
💍||ring|ring|diamond,engaged,engagement,married,romance,shiny,sparkling,wedding
💎||gem|gem stone|diamond,engagement,jewel,money,romance,wedding
🔇||mute no_sound|muted speaker|quiet,silent
🔈||speaker low_volume quiet_sound|speaker low volume|soft
🔉||sound medium_volumne|speaker medium volume|
🔊||loud_sound high_volume|speaker high volume|music
📢||loudspeaker|loudspeaker|address,communication,public,sound
📣||mega megaphone|megaphone|cheering,sound
📯||postal_horn|postal horn|
🔔||bell|bell|break,church,sound
🔕||no_bell|bell with slash|forbidden,mute,not,prohibited,quiet,silent,sound
🎼||musical_score|musical score|note
🎵||musical_note|musical note|sound
🎶||notes musical_notes|musical notes|sound
🎙️||studio_microphone|studio microphone|music
🎚️||level_slider|level slider|music
🎛️||control_knobs|control knobs|music
🎤||microphone|microphone|karaoke,music,sing,sound
🎧||headphones|headphone|earbud,sound
📻||radio|radio|entertainment,tbt,video
🎷||saxophone|saxophone|instrument,music
🎺||trumpet|trumpet|instrument,music
🪊|17|trombone|trombone|brass,instrument,jazz,music,sad,slide
🪗|13|accordion|accordion|box,concertina,instrument,music,squeeze,squeezebox
🎸||guitar|guitar|instrument,music,strat
🎹||musical_keyboard|musical keyboard|instrument,piano
🎻||violin|violin|instrument,music
🪕|12|banjo|banjo|music,stringed
🥁||drum drum_with_drumsticks|drum|music
🪘|13|long_drum|long drum|beat,conga,instrument,rhythm
🪇|15|maracas|maracas|cha,dance,instrument,music,party,percussion,rattle,shake,shaker
🪈|15|flute|flute|band,fife,flautist,instrument,marching,music,orchestra,piccolo,pipe,recorder,woodwind
🪉|16|harp|harp|cupid,instrument,love,music,orchestra
📱||iphone android mobile_phone|mobile phone|cell,communication,telephone
📲||calling mobile_phone_arrow|mobile phone with arrow|build,cell,communication,receive,telephone
☎️||phone telephone|telephone|
📞||telephone_receiver|telephone receiver|communication,phone,voip
📟||pager|pager|communication
📠||fax fax_machine|fax machine|communication
🔋||battery|battery|
🪫|14|low_battery|low battery|drained,electronic,energy,power
🔌||electric_plug|electric plug|electricity
💻||computer laptop|laptop|office,pc,personal
🖥️||desktop_computer|desktop computer|monitor
🖨️||printer|printer|computer
⌨️||keyboard|keyboard|computer
🖱️||computer_mouse three_button_mouse|computer mouse|
🖲️||trackball|trackball|computer
💽||minidisc computer_disk|computer disk|minidisk,optical
💾||floppy_disk|floppy disk|computer
💿||cd optical_disk|optical disk|blu-ray,computer,dvd
📀||dvd|dvd|blu-ray,cd,computer,disk,optical
🧮||abacus|abacus|calculation,calculator
🎥||movie_camera|movie camera|bollywood,cinema,film,hollywood,record
🎞️||film_strip film_frames|film frames|cinema,movie
📽️||film_projector|film projector|cinema,movie,video
🎬||clapper|clapper board|action,movie
📺||tv|television|video
📷||camera|camera|photo,selfie,snap,tbt,trip,video
📸||camera_flash camera_with_flash|camera with flash|video
📹||video_camera|video camera|camcorder,tbt
📼||vhs videocassette|videocassette|old,school,tape,vcr
🔍||mag|magnifying glass tilted left|lab,left-pointing,science,search,tool
🔎||mag_right|magnifying glass tilted right|contact,lab,right-pointing,science,search,tool
🕯️||candle|candle|light
💡||bulb light_bulb|light bulb|comic,electric,idea
🔦||flashlight|flashlight|electric,light,tool,torch
🏮||izakaya_lantern lantern red_paper_lantern|red paper lantern|bar,light,restaurant
🪔|12|diya_lamp|diya lamp|light,oil
📔||notebook_with_decorative_cover|notebook with decorative cover|book,decorated,education,school,writing
📕||closed_book|closed book|education
📖||book open_book|open book|education,fantasy,knowledge,library,novels,reading
📗||green_book|green book|education,fantasy,library,reading
📘||blue_book|blue book|education,fantasy,library,reading
📙||orange_book|orange book|education,fantasy,library,reading
📚||books|books|education,fantasy,knowledge,library,novels,reading,school,study
📓||notebook|notebook|
📒||ledger|ledger|notebook
📃||page_with_curl|page with curl|document,paper
📜||scroll|scroll|paper
📄||page_facing_up|page facing up|document,paper
📰||newspaper|newspaper|communication,paper
🗞️||newspaper_roll rolled_up_newspaper|rolled-up newspaper|paper
📑||bookmark_tabs|bookmark tabs|mark,marker
🔖||bookmark|bookmark|mark
🏷️||label|label|tag
🪙|13|coin|coin|dollar,euro,gold,metal,money,rich,silver,treasure
💰||moneybag|money bag|bank,bet,billion,cash,cost,dollar,gold,million,paid,paying,pot,rich,win
🪎|17|treasure_chest|treasure chest|gem,gold,jewels,loot,money,prize,silver,valuables,wealth
💴||yen|yen banknote|bill,currency,money,note
💵||dollar|dollar banknote|bill,currency,money,note
💶||euro|euro banknote|100,bill,currency,money,note,rich
💷||pound|pound banknote|bill,billion,cash,currency,money,note,pounds
💸||money_with_wings|money with wings|bank,banknote,bill,billion,cash,dollar,fly,million,note,pay
💳||credit_card|credit card|bank,cash,charge,money,pay
🧾||receipt|receipt|accounting,bookkeeping,evidence,invoice,proof
💹||chart|chart increasing with yen|bank,currency,graph,growth,market,money,rise,trend,upward
✉️||envelope|envelope|e-mail,email,letter
📧||e-mail email|e-mail|letter,mail
📨||incoming_envelope|incoming envelope|delivering,e-mail,email,letter,mail,receive,sent
📩||envelope_with_arrow|envelope with arrow|communication,down,e-mail,email,letter,mail,outgoing,send,sent
📤||outbox_tray|outbox tray|box,email,letter,mail,sent
📥||inbox_tray|inbox tray|box,email,letter,mail,receive,zero
📦||package|package|box,communication,delivery,parcel,shipping
📫||mailbox|closed mailbox with raised flag|communication,postbox
📪||mailbox_closed|closed mailbox with lowered flag|postbox
📬||mailbox_with_mail|open mailbox with raised flag|postbox
📭||mailbox_with_no_mail|open mailbox with lowered flag|postbox
📮||postbox|postbox|mail,mailbox
🗳️||ballot_box ballot_box_with_ballot|ballot box with ballot|
✏️||pencil2|pencil|
✒️||black_nib|black nib|pen
🖋️||fountain_pen lower_left_fountain_pen|fountain pen|
🖊️||pen lower_left_ballpoint_pen|pen|
🖌️||paintbrush lower_left_paintbrush|paintbrush|painting
🖍️||crayon lower_left_crayon|crayon|
📝||memo pencil|memo|communication,media,notes
💼||briefcase|briefcase|office
📁||file_folder|file folder|
📂||open_file_folder|open file folder|
🗂️||card_index_dividers|card index dividers|
📅||date|calendar|
📆||calendar|tear-off calendar|
🗒️||spiral_notepad spiral_note_pad notepad_spiral|spiral notepad|
🗓️||spiral_calendar spiral_calendar_pad calendar_spiral|spiral calendar|
📇||card_index|card index|old,rolodex,school
📈||chart_with_upwards_trend chart_increasing|chart increasing|data,graph,growth,right
📉||chart_with_downwards_trend chart_decreasing|chart decreasing|data,graph,negative
📊||bar_chart|bar chart|data,graph
📋||clipboard|clipboard|do,list,notes
📌||pushpin|pushpin|collage,pin
📍||round_pushpin|round pushpin|location,map,pin
📎||paperclip|paperclip|
🖇️||paperclips linked_paperclips|linked paperclips|
📏||straight_ruler|straight ruler|angle,edge,math,straightedge
📐||triangular_ruler|triangular ruler|angle,math,set,slide,triangle
✂️||scissors|scissors|cut,cutting,paper,tool
🗃️||card_file_box|card file box|
🗄️||file_cabinet|file cabinet|filing,paper
🗑️||wastebasket trashcan|wastebasket|can,garbage
🔒||lock locked|locked|closed,private
🔓||unlock unlocked|unlocked|cracked,lock,open
🔏||lock_with_ink_pen locked_with_pen|locked with pen|nib,privacy
🔐||closed_lock_with_key locked_with_key|locked with key|bike,secure
🔑||key|key|keys,lock,major,password,unlock
🗝️||old_key|old key|clue,lock
🔨||hammer|hammer|home,improvement,repairs,tool
🪓|12|axe|axe|chop,hatchet,split,wood
⛏️||pick|pick|hammer,mining,tool
⚒️||hammer_and_pick|hammer and pick|tool
🛠️||hammer_and_wrench|hammer and wrench|spanner,tool
🗡️||dagger dagger_knife|dagger|weapon
⚔️||crossed_swords|crossed swords|weapon
💣||bomb|bomb|boom,comic,dangerous,explosion,hot
🪃|13|boomerang|boomerang|rebound,repercussion,weapon
🏹||bow_and_arrow|bow and arrow|archer,archery,sagittarius,tool,weapon,zodiac
🛡️||shield|shield|weapon
🪚|13|carpentry_saw|carpentry saw|carpenter,cut,lumber,tool,trim
🔧||wrench|wrench|home,improvement,spanner,tool
🪛|13|screwdriver|screwdriver|flathead,handy,tool
🔩||nut_and_bolt|nut and bolt|home,improvement,tool
⚙️||gear|gear|cog,cogwheel,tool
🗜️||clamp compression|clamp|tool,vice
⚖️||balance_scale scales|balance scale|justice,libra,tool,weight,zodiac
🦯|12|probing_cane white_cane|white cane|accessibility,blind
🔗||link|link|links
⛓️‍💥|15.1|broken_chain|broken chain|break,breaking,cuffs,freedom
⛓️||chains|chains|
🪝|13|hook|hook|catch,crook,curve,ensnare,point,selling
🧰||toolbox|toolbox|box,chest,mechanic,red
🧲||magnet|magnet|attraction,horseshoe,magnetic,negative,positive,shape,u
🪜|13|ladder|ladder|climb,rung,step
🪏|16|shovel|shovel|bury,dig,garden,hole,plant,scoop,snow,spade
⚗️||alembic|alembic|chemistry,tool
🧪||test_tube|test tube|chemist,chemistry,experiment,lab,science
🧫||petri_dish|petri dish|bacteria,biologist,biology,culture,lab
🧬||dna double_helix|dna|biologist,evolution,gene,genetics,life
🔬||microscope|microscope|experiment,lab,science,tool
🔭||telescope|telescope|contact,extraterrestrial,science,tool
📡||satellite satellite_antenna|satellite antenna|aliens,contact,dish,science
💉||syringe|syringe|doctor,flu,medicine,needle,shot,sick,tool,vaccination
🩸|12|drop_of_blood|drop of blood|bleed,donation,injury,medicine,menstruation
💊||pill|pill|doctor,drugs,medicated,medicine,pills,sick,vitamin
🩹|12|adhesive_bandage bandaid|adhesive bandage|
🩼|14|crutch|crutch|aid,cane,disability,help,hurt,injured,mobility,stick
🩺|12|stethoscope|stethoscope|doctor,heart,medicine
🩻|14|x_ray x-ray xray|x-ray|bones,doctor,medical,skeleton,skull
🚪||door|door|back,closet,front
🛗|13|elevator|elevator|accessibility,hoist,lift
🪞|13|mirror|mirror|makeup,reflection,reflector,speculum
🪟|13|window|window|air,frame,fresh,opening,transparent,view
🛏️||bed|bed|hotel,sleep
🛋️||couch_and_lamp|couch and lamp|hotel
🪑|12|chair|chair|seat,sit
🚽||toilet|toilet|bathroom
🪠|13|plunger|plunger|cup,force,plumber,poop,suction,toilet
🚿||shower|shower|water
🛁||bathtub|bathtub|
🪤|13|mouse_trap|mouse trap|bait,cheese,lure,mousetrap,snare
🪒|12|razor|razor|sharp,shave
🧴||lotion_bottle|lotion bottle|moisturizer,shampoo,sunscreen
🧷||safety_pin|safety pin|diaper,punk,rock
🧹||broom|broom|cleaning,sweeping,witch
🧺||basket|basket|farming,laundry,picnic
🧻||roll_of_paper toilet_paper|roll of paper|towels
🪣|13|bucket|bucket|cask,pail,vat
🧼||soap|soap|bar,bathing,clean,cleaning,lather,soapdish
🫧|14|bubbles|bubbles|burp,clean,floating,pearl,soap,underwater
🪥|13|toothbrush|toothbrush|bathroom,brush,clean,dental,hygiene,teeth,toiletry
🧽||sponge|sponge|absorbing,cleaning,porous,soak
🧯||fire_extinguisher|fire extinguisher|quench
🛒||shopping_cart shopping_trolley|shopping cart|
🚬||smoking cigarette|cigarette|
⚰️||coffin|coffin|dead,death,vampire
🪦|13|headstone|headstone|cemetery,dead,grave,graveyard,memorial,rip,tomb,tombstone
⚱️||funeral_urn|funeral urn|ashes,death
🧿||nazar_amulet|nazar amulet|bead,blue,charm,evil-eye,talisman
🪬|14|hamsa|hamsa|amulet,fatima,fortune,guide,hand,mary,miriam,palm,protect,protection
🗿||moyai moai|moai|face,statue,stoneface,travel
🪧|13|placard|placard|card,demonstration,notice,picket,plaque,protest,sign
🪪|14|identification_card id_card|identification card|credentials,document,license,security
#symbols
🏧||atm|ATM sign|automated,bank,cash,money,teller
🚮||put_litter_in_its_place litter_bin|litter in bin sign|litterbin
🚰||potable_water|potable water|drinking
♿||wheelchair handicapped|wheelchair symbol|access
🚹||mens|men’s room|bathroom,lavatory,man,restroom,toilet,wc
🚺||womens|women’s room|bathroom,lavatory,restroom,toilet,wc,woman
🚻||restroom bathroom|restroom|lavatory,toilet,wc
🚼||baby_symbol|baby symbol|changing
🚾||wc water_closet|water closet|bathroom,lavatory,restroom,toilet
🛂||passport_control|passport control|
🛃||customs|customs|packing
🛄||baggage_claim|baggage claim|arrived,bags,case,checked,journey,packing,plane,ready,travel,trip
🛅||left_luggage|left luggage|baggage,case,locker
⚠️||warning|warning|caution
🚸||children_crossing|children crossing|pedestrian,traffic
⛔||no_entry|no entry|do,fail,forbidden,not,pass,prohibited,traffic
🚫||no_entry_sign|prohibited|forbidden,not,smoke
🚳||no_bicycles|no bicycles|bike,forbidden,not,prohibited
🚭||no_smoking|no smoking|forbidden,not,prohibited,smoke
🚯||do_not_litter no_littering|no littering|forbidden,prohibited
🚱||non-potable_water|non-potable water|dry,non-drinking,prohibited
🚷||no_pedestrians|no pedestrians|forbidden,not,prohibited
📵||no_mobile_phones|no mobile phones|cell,forbidden,not,prohibited,telephone
🔞||underage no_one_under_18|no one under eighteen|age,forbidden,not,prohibited,restriction
☢️||radioactive radioactive_sign|radioactive|
☣️||biohazard biohazard_sign|biohazard|
⬆️||arrow_up|up arrow|cardinal,direction,north
↗️||arrow_upper_right|up-right arrow|direction,intercardinal,northeast
➡️||arrow_right|right arrow|cardinal,direction,east
↘️||arrow_lower_right|down-right arrow|direction,intercardinal,southeast
⬇️||arrow_down|down arrow|cardinal,direction,south
↙️||arrow_lower_left|down-left arrow|direction,intercardinal,southwest
⬅️||arrow_left|left arrow|cardinal,direction,west
↖️||arrow_upper_left|up-left arrow|direction,intercardinal,northwest
↕️||arrow_up_down|up-down arrow|
↔️||left_right_arrow|left-right arrow|
↩️||leftwards_arrow_with_hook arrow_left_hook|right arrow curving left|
↪️||arrow_right_hook rightwards_arrow_with_hook|left arrow curving right|
⤴️||arrow_heading_up|right arrow curving up|
⤵️||arrow_heading_down|right arrow curving down|
🔃||arrows_clockwise clockwise|clockwise vertical arrows|refresh,reload
🔄||arrows_counterclockwise counterclockwise|counterclockwise arrows button|again,anticlockwise,deja,refresh,rewindershins,vu
🔙||back|BACK arrow|
🔚||end|END arrow|
🔛||on|ON! arrow|mark
🔜||soon|SOON arrow|brb,omw
🔝||top|TOP arrow|homie,up
🛐||place_of_worship|place of worship|pray,religion
⚛️||atom_symbol atom|atom symbol|atheist
🕉️||om om_symbol|om|hindu,religion
✡️||star_of_david|star of David|jew,jewish,judaism,religion
☸️||wheel_of_dharma|wheel of dharma|buddhist,religion
☯️||yin_yang|yin yang|difficult,lives,religion,tao,taoist,total,yinyang
✝️||latin_cross|latin cross|christ,christian,religion
☦️||orthodox_cross|orthodox cross|christian,religion
☪️||star_and_crescent|star and crescent|islam,muslim,ramadan,religion
☮️||peace_symbol peace|peace symbol|healing,peaceful
🕎||menorah menorah_with_nine_branches|menorah|candelabrum,candlestick,hanukkah,jewish,judaism,religion
🔯||six_pointed_star|dotted six-pointed star|fortune,jewish,judaism
🪯|15|khanda|khanda|deg,fateh,khalsa,religion,sikh,sikhism,tegh
♈||aries|Aries|horoscope,ram,zodiac
♉||taurus|Taurus|bull,horoscope,ox,zodiac
♊||gemini|Gemini|horoscope,twins,zodiac
♋||cancer|Cancer|crab,horoscope,zodiac
♌||leo|Leo|horoscope,lion,zodiac
♍||virgo|Virgo|horoscope,zodiac
♎||libra|Libra|balance,horoscope,justice,scales,zodiac
♏||scorpius|Scorpio|horoscope,scorpion,zodiac
♐||sagittarius|Sagittarius|archer,horoscope,zodiac
♑||capricorn|Capricorn|goat,horoscope,zodiac
♒||aquarius|Aquarius|bearer,horoscope,water,zodiac
♓||pisces|Pisces|fish,horoscope,zodiac
⛎||ophiuchus|Ophiuchus|bearer,serpent,snake,zodiac
🔀||twisted_rightwards_arrows shuffle|shuffle tracks button|crossed
🔁||repeat|repeat button|arrow,clockwise
🔂||repeat_one|repeat single button|arrow,clockwise,once
▶️||arrow_forward play|play button|right,triangle
⏩||fast_forward|fast-forward button|arrow,double
⏭️||next_track_button next_track|next track button|arrow,scene,triangle
⏯️||play_or_pause_button play_pause|play or pause button|arrow,right,triangle
◀️||arrow_backward reverse|reverse button|left,triangle
⏪||rewind fast_reverse|fast reverse button|arrow,double
⏮️||previous_track_button previous_track|last track button|arrow,scene,triangle
🔼||arrow_up_small|upwards button|red
⏫||arrow_double_up fast_up|fast up button|
🔽||arrow_down_small down|downwards button|red
⏬||arrow_double_down fast_down|fast down button|
⏸️||pause_button double_vertical_bar pause|pause button|
⏹️||stop_button black_square_for_stop stop|stop button|
⏺️||record_button black_circle_for_record record|record button|
⏏️||eject_button eject|eject button|
🎦||cinema|cinema|camera,film,movie
🔅||low_brightness dim_button|dim button|
🔆||high_brightness bright_button|bright button|light
📶||signal_strength antenna_bars|antenna bars|cell,communication,mobile,phone,telephone
🛜|15|wireless|wireless|broadband,computer,connectivity,hotspot,internet,network,router,smartphone,wi-fi,wifi,wlan
📳||vibration_mode|vibration mode|cell,communication,mobile,phone,telephone
📴||mobile_phone_off|mobile phone off|cell,telephone
♀️||female_sign female|female sign|woman
♂️||male_sign male|male sign|man
⚧️|13|transgender_symbol|transgender symbol|
✖️||heavy_multiplication_x multiplication multiply|multiply|cancel,sign,×
➕||heavy_plus_sign plus|plus|+
➖||heavy_minus_sign minus|minus|-,math,−
➗||heavy_division_sign divide division|divide|math,÷
🟰|14|heavy_equals_sign|heavy equals sign|answer,equality,math
♾️||infinity|infinity|forever,unbounded,universal
‼️||bangbang double_exclamation|double exclamation mark|!,!!,punctuation
⁉️||interrobang exclamation_question|exclamation question mark|!,!?,?,punctuation
❓||question|red question mark|?,punctuation
❔||grey_question white_question|white question mark|?,outlined,punctuation
❕||grey_exclamation white_exclamation|white exclamation mark|!,outlined,punctuation
❗||exclamation heavy_exclamation_mark|red exclamation mark|!,punctuation
〰️||wavy_dash|wavy dash|punctuation
💱||currency_exchange|currency exchange|bank,money
💲||heavy_dollar_sign|heavy dollar sign|billion,cash,charge,currency,million,money,pay
⚕️||medical_symbol staff_of_aesculapius medical|medical symbol|medicine
♻️||recycle recycling_symbol|recycling symbol|
⚜️||fleur_de_lis fleur-de-lis|fleur-de-lis|knights
🔱||trident|trident emblem|anchor,poseidon,ship,tool
📛||name_badge|name badge|
🔰||beginner|Japanese symbol for beginner|chevron,green,leaf,tool,yellow
⭕||o hollow_red_circle red_o|hollow red circle|heavy,large
✅||white_check_mark check_mark_button|check mark button|checked,checkmark,complete,completed,done,fixed,tick,✓
☑️||ballot_box_with_check|check box with check|checked,done,off,tick,✓
✔️||heavy_check_mark check_mark|check mark|checked,checkmark,done,tick,✓
❌||x cross_mark|cross mark|cancel,multiplication,multiply,×
❎||negative_squared_cross_mark cross_mark_button|cross mark button|multiplication,multiply,x,×
➰||curly_loop|curly loop|
➿||loop double_curly_loop|double curly loop|
〽️||part_alternation_mark|part alternation mark|
✳️||eight_spoked_asterisk|eight-spoked asterisk|*
✴️||eight_pointed_black_star|eight-pointed star|*
❇️||sparkle|sparkle|*
©️||copyright|copyright|
®️||registered|registered|
™️||tm trade_mark|trade mark|trademark
🫟|16|splatter|splatter|drip,holi,ink,liquid,mess,paint,spill,stain
#️⃣||hash number_sign|keycap: #|
*️⃣||asterisk keycap_star|keycap: *|
0️⃣||zero|keycap: 0|
1️⃣||one|keycap: 1|
2️⃣||two|keycap: 2|
3️⃣||three|keycap: 3|
4️⃣||four|keycap: 4|
5️⃣||five|keycap: 5|
6️⃣||six|keycap: 6|
7️⃣||seven|keycap: 7|
8️⃣||eight|keycap: 8|
9️⃣||nine|keycap: 9|
🔟||keycap_ten ten|keycap: 10|
🔠||capital_abcd|input latin uppercase|letters
🔡||abcd|input latin lowercase|letters
🔢||1234|input numbers|
🔣||symbols|input symbols|%,&,♪,〒
🔤||abc|input latin letters|alphabet
🅰️||a a_blood|A button (blood type)|
🆎||ab ab_blood|AB button (blood type)|
🅱️||b b_blood|B button (blood type)|
🆑||cl|CL button|
🆒||cool|COOL button|
🆓||free|FREE button|
ℹ️||information_source info|information|
🆔||id|ID button|identity
Ⓜ️||m|circled M|
🆕||new|NEW button|
🆖||ng|NG button|
🅾️||o2 o_blood|O button (blood type)|
🆗||ok|OK button|okay
🅿️||parking|P button|
🆘||sos|SOS button|help
🆙||up up2|UP! button|mark
🆚||vs|VS button|versus
🈁||koko ja_here|Japanese “here” button|katakana
🈂️||sa ja_service_charge|Japanese “service charge” button|katakana
🈷️||u6708 ja_monthly_amount|Japanese “monthly amount” button|ideograph
🈶||u6709 ja_not_free_of_carge|Japanese “not free of charge” button|ideograph
🈯||u6307 ja_reserved|Japanese “reserved” button|ideograph
🉐||ideograph_advantage ja_bargain|Japanese “bargain” button|
🈹||u5272 ja_discount|Japanese “discount” button|ideograph
🈚||u7121 ja_free_of_charge|Japanese “free of charge” button|ideograph
🈲||u7981 ja_prohibited|Japanese “prohibited” button|ideograph
🉑||accept ja_acceptable|Japanese “acceptable” button|ideograph
🈸||u7533 ja_application|Japanese “application” button|ideograph
🈴||u5408 ja_passing_grade|Japanese “passing grade” button|ideograph
🈳||u7a7a ja_vacancy|Japanese “vacancy” button|ideograph
㊗️||congratulations ja_congratulations|Japanese “congratulations” button|ideograph
㊙️||secret ja_secret|Japanese “secret” button|ideograph
🈺||u55b6 ja_open_for_business|Japanese “open for business” button|ideograph
🈵||u6e80 ja_no_vacancy|Japanese “no vacancy” button|ideograph
🔴||red_circle|red circle|geometric
🟠|12|orange_circle large_orange_circle|orange circle|
🟡|12|yellow_circle large_yellow_circle|yellow circle|
🟢|12|green_circle large_green_circle|green circle|
🔵||large_blue_circle blue_circle|blue circle|geometric
🟣|12|purple_circle large_purple_circle|purple circle|
🟤|12|brown_circle large_brown_circle|brown circle|
⚫||black_circle|black circle|geometric
⚪||white_circle|white circle|geometric
🟥|12|red_square large_red_square|red square|card,penalty
🟧|12|orange_square large_orange_square|orange square|
🟨|12|yellow_square large_yellow_square|yellow square|card,penalty
🟩|12|green_square large_green_square|green square|
🟦|12|blue_square large_blue_square|blue square|
🟪|12|purple_square large_purple_square|purple square|
🟫|12|brown_square large_brown_square|brown square|
⬛||black_large_square|black large square|geometric
⬜||white_large_square|white large square|geometric
◼️||black_medium_square|black medium square|geometric
◻️||white_medium_square|white medium square|geometric
◾||black_medium_small_square|black medium-small square|geometric
◽||white_medium_small_square|white medium-small square|geometric
▪️||black_small_square|black small square|geometric
▫️||white_small_square|white small square|geometric
🔶||large_orange_diamond|large orange diamond|geometric
🔷||large_blue_diamond|large blue diamond|geometric
🔸||small_orange_diamond|small orange diamond|geometric
🔹||small_blue_diamond|small blue diamond|geometric
🔺||small_red_triangle|red triangle pointed up|geometric
🔻||small_red_triangle_down|red triangle pointed down|geometric
💠||diamond_shape_with_a_dot_inside diamond_with_a_dot|diamond with a dot|comic,geometric
🔘||radio_button|radio button|geometric
🔳||white_square_button|white square button|geometric,outlined
🔲||black_square_button|black square button|geometric
#flags
🏁||checkered_flag|chequered flag|finish,flags,game,race,racing,sport,win
🚩||triangular_flag_on_post triangular_flag|triangular flag|construction,golf
🎌||crossed_flags|crossed flags|celebration,japanese
🏴||black_flag waving_black_flag|black flag|
🏳️||white_flag waving_white_flag|white flag|
🏳️‍🌈||rainbow_flag rainbow-flag|rainbow flag|bisexual,gay,genderqueer,glbt,glbtq,lesbian,lgbt,lgbtq,lgbtqia,pride,queer,trans,transgender
🏳️‍⚧️|13|transgender_flag|transgender flag|blue,light,pink,white
🏴‍☠️||pirate_flag jolly_roger|pirate flag|plunder,treasure
🇦🇨||ascension_island flag-ac flag_ac|flag: Ascension Island|
🇦🇩||andorra flag-ad flag_ad|flag: Andorra|
🇦🇪||united_arab_emirates flag-ae flag_ae|flag: United Arab Emirates|
🇦🇫||afghanistan flag-af flag_af|flag: Afghanistan|
🇦🇬||antigua_barbuda flag-ag flag_ag|flag: Antigua & Barbuda|
🇦🇮||anguilla flag-ai flag_ai|flag: Anguilla|
🇦🇱||albania flag-al flag_al|flag: Albania|
🇦🇲||armenia flag-am flag_am|flag: Armenia|
🇦🇴||angola flag-ao flag_ao|flag: Angola|
🇦🇶||antarctica flag-aq flag_aq|flag: Antarctica|
🇦🇷||argentina flag-ar flag_ar|flag: Argentina|
🇦🇸||american_samoa flag-as flag_as|flag: American Samoa|
🇦🇹||austria flag-at flag_at|flag: Austria|
🇦🇺||australia flag-au flag_au|flag: Australia|
🇦🇼||aruba flag-aw flag_aw|flag: Aruba|
🇦🇽||aland_islands flag-ax flag_ax|flag: Åland Islands|
🇦🇿||azerbaijan flag-az flag_az|flag: Azerbaijan|
🇧🇦||bosnia_herzegovina flag-ba flag_ba|flag: Bosnia & Herzegovina|
🇧🇧||barbados flag-bb flag_bb|flag: Barbados|
🇧🇩||bangladesh flag-bd flag_bd|flag: Bangladesh|
🇧🇪||belgium flag-be flag_be|flag: Belgium|
🇧🇫||burkina_faso flag-bf flag_bf|flag: Burkina Faso|
🇧🇬||bulgaria flag-bg flag_bg|flag: Bulgaria|
🇧🇭||bahrain flag-bh flag_bh|flag: Bahrain|
🇧🇮||burundi flag-bi flag_bi|flag: Burundi|
🇧🇯||benin flag-bj flag_bj|flag: Benin|
🇧🇱||st_barthelemy flag-bl flag_bl|flag: St. Barthélemy|
🇧🇲||bermuda flag-bm flag_bm|flag: Bermuda|
🇧🇳||brunei flag-bn flag_bn|flag: Brunei|
🇧🇴||bolivia flag-bo flag_bo|flag: Bolivia|
🇧🇶||caribbean_netherlands flag-bq flag_bq|flag: Caribbean Netherlands|
🇧🇷||brazil flag-br flag_br|flag: Brazil|
🇧🇸||bahamas flag-bs flag_bs|flag: Bahamas|
🇧🇹||bhutan flag-bt flag_bt|flag: Bhutan|
🇧🇻||bouvet_island flag-bv flag_bv|flag: Bouvet Island|
🇧🇼||botswana flag-bw flag_bw|flag: Botswana|
🇧🇾||belarus flag-by flag_by|flag: Belarus|
🇧🇿||belize flag-bz flag_bz|flag: Belize|
🇨🇦||canada flag-ca flag_ca|flag: Canada|
🇨🇨||cocos_islands flag-cc flag_cc|flag: Cocos (Keeling) Islands|
🇨🇩||congo_kinshasa flag-cd flag_cd|flag: Congo - Kinshasa|
🇨🇫||central_african_republic flag-cf flag_cf|flag: Central African Republic|
🇨🇬||congo_brazzaville flag-cg flag_cg|flag: Congo - Brazzaville|
🇨🇭||switzerland flag-ch flag_ch|flag: Switzerland|
🇨🇮||cote_divoire flag-ci flag_ci|flag: Côte d’Ivoire|
🇨🇰||cook_islands flag-ck flag_ck|flag: Cook Islands|
🇨🇱||chile flag-cl flag_cl|flag: Chile|
🇨🇲||cameroon flag-cm flag_cm|flag: Cameroon|
🇨🇳||cn flag-cn china flag_cn|flag: China|
🇨🇴||colombia flag-co flag_co|flag: Colombia|
🇨🇵||clipperton_island flag-cp flag_cp|flag: Clipperton Island|
🇨🇶|16|flag-sark flag_cq sark|flag: Sark|
🇨🇷||costa_rica flag-cr flag_cr|flag: Costa Rica|
🇨🇺||cuba flag-cu flag_cu|flag: Cuba|
🇨🇻||cape_verde flag-cv flag_cv|flag: Cape Verde|
🇨🇼||curacao flag-cw flag_cw|flag: Curaçao|
🇨🇽||christmas_island flag-cx flag_cx|flag: Christmas Island|
🇨🇾||cyprus flag-cy flag_cy|flag: Cyprus|
🇨🇿||czech_republic flag-cz czechia flag_cz|flag: Czechia|
🇩🇪||de flag-de flag_de germany|flag: Germany|
🇩🇬||diego_garcia flag-dg flag_dg|flag: Diego Garcia|
🇩🇯||djibouti flag-dj flag_dj|flag: Djibouti|
🇩🇰||denmark flag-dk flag_dk|flag: Denmark|
🇩🇲||dominica flag-dm flag_dm|flag: Dominica|
🇩🇴||dominican_republic flag-do flag_do|flag: Dominican Republic|
🇩🇿||algeria flag-dz flag_dz|flag: Algeria|
🇪🇦||ceuta_melilla flag-ea flag_ea|flag: Ceuta & Melilla|
🇪🇨||ecuador flag-ec flag_ec|flag: Ecuador|
🇪🇪||estonia flag-ee flag_ee|flag: Estonia|
🇪🇬||egypt flag-eg flag_eg|flag: Egypt|
🇪🇭||western_sahara flag-eh flag_eh|flag: Western Sahara|
🇪🇷||eritrea flag-er flag_er|flag: Eritrea|
🇪🇸||es flag-es flag_es spain|flag: Spain|
🇪🇹||ethiopia flag-et flag_et|flag: Ethiopia|
🇪🇺||eu european_union flag-eu flag_eu|flag: European Union|
🇫🇮||finland flag-fi flag_fi|flag: Finland|
🇫🇯||fiji flag-fj flag_fj|flag: Fiji|
🇫🇰||falkland_islands flag-fk flag_fk|flag: Falkland Islands|
🇫🇲||micronesia flag-fm flag_fm|flag: Micronesia|
🇫🇴||faroe_islands flag-fo flag_fo|flag: Faroe Islands|
🇫🇷||fr flag-fr flag_fr france|flag: France|
🇬🇦||gabon flag-ga flag_ga|flag: Gabon|
🇬🇧||gb uk flag-gb flag_gb united_kingdom|flag: United Kingdom|
🇬🇩||grenada flag-gd flag_gd|flag: Grenada|
🇬🇪||georgia flag-ge flag_ge|flag: Georgia|
🇬🇫||french_guiana flag-gf flag_gf|flag: French Guiana|
🇬🇬||guernsey flag-gg flag_gg|flag: Guernsey|
🇬🇭||ghana flag-gh flag_gh|flag: Ghana|
🇬🇮||gibraltar flag-gi flag_gi|flag: Gibraltar|
🇬🇱||greenland flag-gl flag_gl|flag: Greenland|
🇬🇲||gambia flag-gm flag_gm|flag: Gambia|
🇬🇳||guinea flag-gn flag_gn|flag: Guinea|
🇬🇵||guadeloupe flag-gp flag_gp|flag: Guadeloupe|
🇬🇶||equatorial_guinea flag-gq flag_gq|flag: Equatorial Guinea|
🇬🇷||greece flag-gr flag_gr|flag: Greece|
🇬🇸||south_georgia_south_sandwich_islands flag-gs flag_gs|flag: South Georgia & South Sandwich Islands|
🇬🇹||guatemala flag-gt flag_gt|flag: Guatemala|
🇬🇺||guam flag-gu flag_gu|flag: Guam|
🇬🇼||guinea_bissau flag-gw flag_gw|flag: Guinea-Bissau|
🇬🇾||guyana flag-gy flag_gy|flag: Guyana|
🇭🇰||hong_kong flag-hk flag_hk|flag: Hong Kong SAR China|
🇭🇲||heard_mcdonald_islands flag-hm flag_hm|flag: Heard & McDonald Islands|
🇭🇳||honduras flag-hn flag_hn|flag: Honduras|
🇭🇷||croatia flag-hr flag_hr|flag: Croatia|
🇭🇹||haiti flag-ht flag_ht|flag: Haiti|
🇭🇺||hungary flag-hu flag_hu|flag: Hungary|
🇮🇨||canary_islands flag-ic flag_ic|flag: Canary Islands|
🇮🇩||indonesia flag-id flag_id|flag: Indonesia|
🇮🇪||ireland flag-ie flag_ie|flag: Ireland|
🇮🇱||israel flag-il flag_il|flag: Israel|
🇮🇲||isle_of_man flag-im flag_im|flag: Isle of Man|
🇮🇳||india flag-in flag_in|flag: India|
🇮🇴||british_indian_ocean_territory flag-io flag_io|flag: British Indian Ocean Territory|
🇮🇶||iraq flag-iq flag_iq|flag: Iraq|
🇮🇷||iran flag-ir flag_ir|flag: Iran|
🇮🇸||iceland flag-is flag_is|flag: Iceland|
🇮🇹||it flag-it flag_it italy|flag: Italy|
🇯🇪||jersey flag-je flag_je|flag: Jersey|
🇯🇲||jamaica flag-jm flag_jm|flag: Jamaica|
🇯🇴||jordan flag-jo flag_jo|flag: Jordan|
🇯🇵||jp flag-jp flag_jp|flag: Japan|
🇰🇪||kenya flag-ke flag_ke|flag: Kenya|
🇰🇬||kyrgyzstan flag-kg flag_kg|flag: Kyrgyzstan|
🇰🇭||cambodia flag-kh flag_kh|flag: Cambodia|
🇰🇮||kiribati flag-ki flag_ki|flag: Kiribati|
🇰🇲||comoros flag-km flag_km|flag: Comoros|
🇰🇳||st_kitts_nevis flag-kn flag_kn|flag: St. Kitts & Nevis|
🇰🇵||north_korea flag-kp flag_kp|flag: North Korea|
🇰🇷||kr flag-kr flag_kr south_korea|flag: South Korea|
🇰🇼||kuwait flag-kw flag_kw|flag: Kuwait|
🇰🇾||cayman_islands flag-ky flag_ky|flag: Cayman Islands|
🇰🇿||kazakhstan flag-kz flag_kz|flag: Kazakhstan|
🇱🇦||laos flag-la flag_la|flag: Laos|
🇱🇧||lebanon flag-lb flag_lb|flag: Lebanon|
🇱🇨||st_lucia flag-lc flag_lc|flag: St. Lucia|
🇱🇮||liechtenstein flag-li flag_li|flag: Liechtenstein|
🇱🇰||sri_lanka flag-lk flag_lk|flag: Sri Lanka|
🇱🇷||liberia flag-lr flag_lr|flag: Liberia|
🇱🇸||lesotho flag-ls flag_ls|flag: Lesotho|
🇱🇹||lithuania flag-lt flag_lt|flag: Lithuania|
🇱🇺||luxembourg flag-lu flag_lu|flag: Luxembourg|
🇱🇻||latvia flag-lv flag_lv|flag: Latvia|
🇱🇾||libya flag-ly flag_ly|flag: Libya|
🇲🇦||morocco flag-ma flag_ma|flag: Morocco|
🇲🇨||monaco flag-mc flag_mc|flag: Monaco|
🇲🇩||moldova flag-md flag_md|flag: Moldova|
🇲🇪||montenegro flag-me flag_me|flag: Montenegro|
🇲🇫||st_martin flag-mf flag_mf|flag: St. Martin|
🇲🇬||madagascar flag-mg flag_mg|flag: Madagascar|
🇲🇭||marshall_islands flag-mh flag_mh|flag: Marshall Islands|
🇲🇰||macedonia flag-mk flag_mk|flag: North Macedonia|
🇲🇱||mali flag-ml flag_ml|flag: Mali|
🇲🇲||myanmar flag-mm burma flag_mm|flag: Myanmar (Burma)|
🇲🇳||mongolia flag-mn flag_mn|flag: Mongolia|
🇲🇴||macau flag-mo flag_mo macao|flag: Macao SAR China|
🇲🇵||northern_mariana_islands flag-mp flag_mp|flag: Northern Mariana Islands|
🇲🇶||martinique flag-mq flag_mq|flag: Martinique|
🇲🇷||mauritania flag-mr flag_mr|flag: Mauritania|
🇲🇸||montserrat flag-ms flag_ms|flag: Montserrat|
🇲🇹||malta flag-mt flag_mt|flag: Malta|
🇲🇺||mauritius flag-mu flag_mu|flag: Mauritius|
🇲🇻||maldives flag-mv flag_mv|flag: Maldives|
🇲🇼||malawi flag-mw flag_mw|flag: Malawi|
🇲🇽||mexico flag-mx flag_mx|flag: Mexico|
🇲🇾||malaysia flag-my flag_my|flag: Malaysia|
🇲🇿||mozambique flag-mz flag_mz|flag: Mozambique|
🇳🇦||namibia flag-na flag_na|flag: Namibia|
🇳🇨||new_caledonia flag-nc flag_nc|flag: New Caledonia|
🇳🇪||niger flag-ne flag_ne|flag: Niger|
🇳🇫||norfolk_island flag-nf flag_nf|flag: Norfolk Island|
🇳🇬||nigeria flag-ng flag_ng|flag: Nigeria|
🇳🇮||nicaragua flag-ni flag_ni|flag: Nicaragua|
🇳🇱||netherlands flag-nl flag_nl|flag: Netherlands|
🇳🇴||norway flag-no flag_no|flag: Norway|
🇳🇵||nepal flag-np flag_np|flag: Nepal|
🇳🇷||nauru flag-nr flag_nr|flag: Nauru|
🇳🇺||niue flag-nu flag_nu|flag: Niue|
🇳🇿||new_zealand flag-nz flag_nz|flag: New Zealand|
🇴🇲||oman flag-om flag_om|flag: Oman|
🇵🇦||panama flag-pa flag_pa|flag: Panama|
🇵🇪||peru flag-pe flag_pe|flag: Peru|
🇵🇫||french_polynesia flag-pf flag_pf|flag: French Polynesia|
🇵🇬||papua_new_guinea flag-pg flag_pg|flag: Papua New Guinea|
🇵🇭||philippines flag-ph flag_ph|flag: Philippines|
🇵🇰||pakistan flag-pk flag_pk|flag: Pakistan|
🇵🇱||poland flag-pl flag_pl|flag: Poland|
🇵🇲||st_pierre_miquelon flag-pm flag_pm|flag: St. Pierre & Miquelon|
🇵🇳||pitcairn_islands flag-pn flag_pn|flag: Pitcairn Islands|
🇵🇷||puerto_rico flag-pr flag_pr|flag: Puerto Rico|
🇵🇸||palestinian_territories flag-ps flag_ps|flag: Palestinian Territories|
🇵🇹||portugal flag-pt flag_pt|flag: Portugal|
🇵🇼||palau flag-pw flag_pw|flag: Palau|
🇵🇾||paraguay flag-py flag_py|flag: Paraguay|
🇶🇦||qatar flag-qa flag_qa|flag: Qatar|
🇷🇪||reunion flag-re flag_re|flag: Réunion|
🇷🇴||romania flag-ro flag_ro|flag: Romania|
🇷🇸||serbia flag-rs flag_rs|flag: Serbia|
🇷🇺||ru flag-ru flag_ru russia|flag: Russia|
🇷🇼||rwanda flag-rw flag_rw|flag: Rwanda|
🇸🇦||saudi_arabia flag-sa flag_sa|flag: Saudi Arabia|
🇸🇧||solomon_islands flag-sb flag_sb|flag: Solomon Islands|
🇸🇨||seychelles flag-sc flag_sc|flag: Seychelles|
🇸🇩||sudan flag-sd flag_sd|flag: Sudan|
🇸🇪||sweden flag-se flag_se|flag: Sweden|
🇸🇬||singapore flag-sg flag_sg|flag: Singapore|
🇸🇭||st_helena flag-sh flag_sh|flag: St. Helena|
🇸🇮||slovenia flag-si flag_si|flag: Slovenia|
🇸🇯||svalbard_jan_mayen flag-sj flag_sj|flag: Svalbard & Jan Mayen|
🇸🇰||slovakia flag-sk flag_sk|flag: Slovakia|
🇸🇱||sierra_leone flag-sl flag_sl|flag: Sierra Leone|
🇸🇲||san_marino flag-sm flag_sm|flag: San Marino|
🇸🇳||senegal flag-sn flag_sn|flag: Senegal|
🇸🇴||somalia flag-so flag_so|flag: Somalia|
🇸🇷||suriname flag-sr flag_sr|flag: Suriname|
🇸🇸||south_sudan flag-ss flag_ss|flag: South Sudan|
🇸🇹||sao_tome_principe flag-st flag_st|flag: São Tomé & Príncipe|
🇸🇻||el_salvador flag-sv flag_sv|flag: El Salvador|
🇸🇽||sint_maarten flag-sx flag_sx|flag: Sint Maarten|
🇸🇾||syria flag-sy flag_sy|flag: Syria|
🇸🇿||swaziland flag-sz eswatini flag_sz|flag: Eswatini|
🇹🇦||tristan_da_cunha flag-ta flag_ta|flag: Tristan da Cunha|
🇹🇨||turks_caicos_islands flag-tc flag_tc|flag: Turks & Caicos Islands|
🇹🇩||chad flag-td flag_td|flag: Chad|
🇹🇫||french_southern_territories flag-tf flag_tf|flag: French Southern Territories|
🇹🇬||togo flag-tg flag_tg|flag: Togo|
🇹🇭||thailand flag-th flag_th|flag: Thailand|
🇹🇯||tajikistan flag-tj flag_tj|flag: Tajikistan|
🇹🇰||tokelau flag-tk flag_tk|flag: Tokelau|
🇹🇱||timor_leste flag-tl flag_tl|flag: Timor-Leste|
🇹🇲||turkmenistan flag-tm flag_tm|flag: Turkmenistan|
🇹🇳||tunisia flag-tn flag_tn|flag: Tunisia|
🇹🇴||tonga flag-to flag_to|flag: Tonga|
🇹🇷||tr flag-tr flag_tr turkey_tr|flag: Türkiye|
🇹🇹||trinidad_tobago flag-tt flag_tt|flag: Trinidad & Tobago|
🇹🇻||tuvalu flag-tv flag_tv|flag: Tuvalu|
🇹🇼||taiwan flag-tw flag_tw|flag: Taiwan|
🇹🇿||tanzania flag-tz flag_tz|flag: Tanzania|
🇺🇦||ukraine flag-ua flag_ua|flag: Ukraine|
🇺🇬||uganda flag-ug flag_ug|flag: Uganda|
🇺🇲||us_outlying_islands flag-um flag_um|flag: U.S. Outlying Islands|
🇺🇳||united_nations flag-un flag_un un|flag: United Nations|
🇺🇸||us flag-us flag_us united_states usa|flag: United States|
🇺🇾||uruguay flag-uy flag_uy|flag: Uruguay|
🇺🇿||uzbekistan flag-uz flag_uz|flag: Uzbekistan|
🇻🇦||vatican_city flag-va flag_va|flag: Vatican City|
🇻🇨||st_vincent_grenadines flag-vc flag_vc|flag: St. Vincent & Grenadines|
🇻🇪||venezuela flag-ve flag_ve|flag: Venezuela|
🇻🇬||british_virgin_islands flag-vg flag_vg|flag: British Virgin Islands|
🇻🇮||us_virgin_islands flag-vi flag_vi|flag: U.S. Virgin Islands|
🇻🇳||vietnam flag-vn flag_vn|flag: Vietnam|
🇻🇺||vanuatu flag-vu flag_vu|flag: Vanuatu|
🇼🇫||wallis_futuna flag-wf flag_wf|flag: Wallis & Futuna|
🇼🇸||samoa flag-ws flag_ws|flag: Samoa|
🇽🇰||kosovo flag-xk flag_xk|flag: Kosovo|
🇾🇪||yemen flag-ye flag_ye|flag: Yemen|
🇾🇹||mayotte flag-yt flag_yt|flag: Mayotte|
🇿🇦||south_africa flag-za flag_za|flag: South Africa|
🇿🇲||zambia flag-zm flag_zm|flag: Zambia|
🇿🇼||zimbabwe flag-zw flag_zw|flag: Zimbabwe|
🏴󠁧󠁢󠁥󠁮󠁧󠁿||england flag-england flag_gbeng|flag: England|
🏴󠁧󠁢󠁳󠁣󠁴󠁿||scotland flag-scotland flag_gbsct|flag: Scotland|
🏴󠁧󠁢󠁷󠁬󠁳󠁿||wales flag-wales flag_gbwls|flag: Wales|
`
