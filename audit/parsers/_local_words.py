"""Words for months and halves of the day, in the languages that an account may be set to.

A bar marks how far a month may be shortened: `jan|uary` stands for jan, janu, … january. A slash parts several forms of
one month. Accents, case and dots do not count: see `_local_dates.folded`.
"""

MONTHS = {
    "en": "jan|uary feb|ruary mar|ch apr|il may jun|e jul|y aug|ust sep|tember oct|ober nov|ember dec|ember",
    "de": "jan|uar/jän|ner feb|ruar/feb|er mär|z/mrz apr|il mai jun|i jul|i aug|ust sep|tember okt|ober nov|ember"
    " dez|ember",
    "fr": "jan|vier fév|rier mar|s avr|il mai juin juil|let aoû|t sep|tembre oct|obre nov|embre déc|embre",
    "es": "ene|ro feb|rero mar|zo abr|il may|o jun|io jul|io ago|sto sep|tiembre/set|iembre oct|ubre nov|iembre"
    " dic|iembre",
    "pt": "jan|eiro fev|ereiro mar|ço abr|il mai|o jun|ho jul|ho ago|sto set|embro out|ubro nov|embro dez|embro",
    "it": "gen|naio feb|braio mar|zo apr|ile mag|gio giu|gno lug|lio ago|sto set|tembre ott|obre nov|embre dic|embre",
    "nl": "jan|uari feb|ruari maa|rt/mrt apr|il mei jun|i jul|i aug|ustus sep|tember okt|ober nov|ember dec|ember",
    "da": "jan|uar feb|ruar mar|ts apr|il maj jun|i jul|i aug|ust sep|tember okt|ober nov|ember dec|ember",
    "nb": "jan|uar feb|ruar mar|s apr|il mai jun|i jul|i aug|ust sep|tember okt|ober nov|ember des|ember",
    "sv": "jan|uari feb|ruari mar|s apr|il maj jun|i jul|i aug|usti sep|tember okt|ober nov|ember dec|ember",
    "is": "jan|úar feb|rúar mar|s apr|íl maí jún|í júl|í ágú|st sep|tember okt|óber nóv|ember des|ember",
    "fi": "tammi|kuuta helmi|kuuta maalis|kuuta huhti|kuuta touko|kuuta kesä|kuuta heinä|kuuta elo|kuuta syys|kuuta"
    " loka|kuuta marras|kuuta joulu|kuuta",
    "et": "jaan|uar veeb|ruar mär|ts apr|ill mai juun|i juul|i aug|ust sep|tember okt|oober nov|ember det|sember",
    "pl": "sty|czeń/sty|cznia lut|y/lut|ego mar|zec/mar|ca kwi|ecień/kwi|etnia maj|a cze|rwiec/cze|rwca"
    " lip|iec/lip|ca"
    " sie|rpień/sie|rpnia wrz|esień/wrz|eśnia paź|dziernika lis|topada gru|dzień/gru|dnia",
    "cs": "led|en/led|na úno|ra bře|zen/bře|zna dub|en/dub|na kvě|ten/kvě|tna červen/června/čvn červenec/července/čvc"
    " srp|en/srp|na zář|í říj|en/říj|na lis|topadu pro|sinec/pro|since",
    "sk": "jan|uára feb|ruára mar|ec/mar|ca apr|íla máj|a jún|a júl|a aug|usta sep|tember/sep|tembra"
    " okt|óber/okt|óbra"
    " nov|ember/nov|embra dec|ember/dec|embra",
    "sl": "jan|uarja feb|ruarja mar|ec/mar|ca apr|ila maj|a jun|ij/jun|ija jul|ij/jul|ija avg|usta"
    " sep|tember/sep|tembra okt|ober/okt|obra nov|ember/nov|embra dec|ember/dec|embra",
    "hr": "sij|ečanj/sij|ečnja velj|ača/velj|ače ožu|jak/ožu|jka tra|vanj/tra|vnja svi|banj/svi|bnja lip|anj/lip|nja"
    " srp|anj/srp|nja kol|ovoza ruj|an/ruj|na lis|topada stu|deni/stu|denoga pro|sinac/pro|sinca",
    "sr": "jan|uar/јан|уар feb|ruar/феб|руар mar|t/мар|т apr|il/апр|ил maj/мај jun/јун jul/јул avg|ust/авг|уст"
    " sep|tembar/сеп|тембар okt|obar/окт|обар nov|embar/нов|ембар dec|embar/дец|ембар",
    "hu": "jan|uár feb|ruár már|cius ápr|ilis máj|us jún|ius júl|ius aug|usztus sze|ptember okt|óber nov|ember"
    " dec|ember",
    "ro": "ian|uarie feb|ruarie mar|tie apr|ilie mai iun|ie iul|ie aug|ust sep|tembrie oct|ombrie noi|embrie"
    " dec|embrie",
    "tr": "oca|k şub|at mar|t nis|an may|ıs haz|iran tem|muz ağu|stos eyl|ül eki|m kas|ım ara|lık",
    "el": "ιαν|ουάριος/ιαν|ουαρίου φεβ|ρουάριος/φεβ|ρουαρίου μάρ|τιος/μαρ|τίου απρ|ίλιος/απρ|ιλίου μάι|ος/μαΐ|ου"
    " ιούν|ιος/ιουν|ίου ιούλ|ιος/ιουλ|ίου αύγ|ουστος/αυγ|ούστου σεπ|τέμβριος/σεπ|τεμβρίου οκτ|ώβριος/οκτ|ωβρίου"
    " νοέ|μβριος/νοε|μβρίου δεκ|έμβριος/δεκ|εμβρίου",
    "ru": "янв|арь/янв|аря фев|раль/фев|раля мар|та апр|ель/апр|еля май/мая июн|ь/июн|я июл|ь/июл|я авг|уста"
    " сен|тябрь/сен|тября окт|ябрь/окт|ября ноя|брь/ноя|бря дек|абрь/дек|абря",
    "uk": "січ|ень/січ|ня лют|ий/лют|ого бер|езень/бер|езня кві|тень/кві|тня тра|вень/тра|вня чер|вень/чер|вня"
    " лип|ень/лип|ня сер|пень/сер|пня вер|есень/вер|есня жов|тень/жов|тня лис|топада гру|день/гру|дня",
    "bg": "яну|ари фев|руари мар|т апр|ил май юни юли авг|уст сеп|тември окт|омври ное|мври дек|ември",
    "lt": "sau|sis/sau|sio vas|aris/vas|ario kov|as/kov|o bal|andis/bal|andžio geg|užės bir|želis/bir|želio"
    " lie|pa/lie|pos"
    " rugp|jūtis/rugp|jūčio rugs|ėjis/rugs|ėjo spa|lis/spa|lio lap|kritis/lap|kričio gru|odis/gru|odžio",
    "lv": "jan|vāris/jan|vārī feb|ruāris/feb|ruārī mar|ts/mar|tā apr|īlis/apr|īlī mai|js/mai|jā jūn|ijs/jūn|ijā"
    " jūl|ijs/jūl|ijā aug|usts/aug|ustā sep|tembris/sep|tembrī okt|obris/okt|obrī nov|embris/nov|embrī"
    " dec|embris/dec|embrī",
    "ca": "gen|er feb|rer mar|ç abr|il mai|g jun|y jul|iol ago|st set|embre oct|ubre nov|embre des|embre",
    "af": "jan|uarie feb|ruarie maa|rt/mrt apr|il mei jun|ie jul|ie aug|ustus sep|tember okt|ober nov|ember des|ember",
    "id": "jan|uari feb|ruari/peb|ruari mar|et apr|il mei jun|i jul|i agu|stus/agt sep|tember okt|ober"
    " nov|ember/nop|ember"
    " des|ember",
    "ms": "jan|uari feb|ruari mac apr|il mei jun jul|ai ogo|s sep|tember okt|ober nov|ember dis|ember",
    "tl": "ene|ro peb|rero mar|so abr|il may|o hun|yo hul|yo ago|sto set|yembre okt|ubre nob|yembre dis|yembre",
    "th": "มกราคม/มค กุมภาพันธ์/กพ มีนาคม/มีค เมษายน/เมย พฤษภาคม/พค มิถุนายน/มิย กรกฎาคม/กค สิงหาคม/สค"
    " กันยายน/กย ตุลาคม/ตค"
    " พฤศจิกายน/พย ธันวาคม/ธค",
    "ar": "يناير/جانفي/كانونالثاني فبراير/فيفري/شباط مارس/آذار أبريل/أفريل/نيسان مايو/ماي/أيار"
    " يونيو/يونيه/جوان/حزيران"
    " يوليو/يوليه/يوليوز/جويلية/تموز أغسطس/غشت/أوت/آب سبتمبر/شتنبر/أيلول أكتوبر/تشرينالأول نوفمبر/نونبر/تشرينالثاني"
    " ديسمبر/دجنبر/كانونالأول",
    "he": "ינו|אר/בינואר פבר|ואר/בפברואר מרץ/במרץ/מרס/במרס אפר|יל/באפריל מאי/במאי יוני/ביוני יולי/ביולי"
    " אוג|וסט/באוגוסט"
    " ספט|מבר/בספטמבר אוק|טובר/באוקטובר נוב|מבר/בנובמבר דצמ|בר/בדצמבר",
    "hi": "जन|वरी फ़र|वरी/फर|वरी मार्च अप्रैल मई जून जुल|ाई अग|स्त सित|ंबर/सित|म्बर अक्टू|बर/अक्तू|बर नव|ंबर/नव|म्बर दिस|ंबर/दिस|म्बर",
    "bn": "জানু|য়ারি/জানু|য়ারী ফেব|্রুয়ারি/ফেব|্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্ট|েম্বর অক্টো|বর নভে|ম্বর ডিসে|ম্বর",
    "fa": "ژانویه فوریه مارس آوریل مه/می ژوئن ژوئیه/جولای اوت/آگوست سپتامبر اکتبر نوامبر دسامبر",
}

MORNING = "am 上午 凌晨 早上 清晨 午前 오전 sáng sa ص صباحا पूर्वाह्न πμ de öö fm ap vm pg dop ก่อนเที่ยง לפנהצ পূর্বাহ্ণ"
AFTERNOON = "pm 下午 傍晚 午後 오후 chiều tối ch م مساء अपराह्न μμ du ös em nm ptg odp หลังเที่ยง אחהצ অপরাহ্ণ"
NOON = "中午 trưa"

# words that may follow a time without saying which half of the day it is
NEUTRAL = "uhr uur u h hs hrs น ч г год"

# abbreviations of zones that mean one offset only where Facebook wrote them (hours)
ZONES = {
    "edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8, "akdt": -8, "akst": -9,
    "hst": -10, "adt": -3, "ast": -4, "gmt": 0, "utc": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2,
    "eet": 2, "eest": 3, "msk": 3, "sast": 2, "jst": 9, "kst": 9, "sgt": 8, "hkt": 8, "awst": 8, "aest": 10, "aedt": 11,
    "nzst": 12, "nzdt": 13,
}  # fmt: skip
