# English is what the sources are written in: a message without a plural is its own translation, also where lupdate has
# guessed one from a message that stands elsewhere. What has a plural stays unfinished until a person has written both
# forms.
#   cmake -DTS_FILE=fanfare_en.ts -P FillEnglish.cmake
file(READ "${TS_FILE}" content)
string(REGEX REPLACE
    "<source>([^<]*)</source>((\n *<[a-z]*comment>[^<]*</[a-z]*comment>)*\n *)<translation type=\"unfinished\">[^<]*</translation>"
    "<source>\\1</source>\\2<translation>\\1</translation>"
    filled "${content}")
if(NOT filled STREQUAL content)
    file(WRITE "${TS_FILE}" "${filled}")
endif()
