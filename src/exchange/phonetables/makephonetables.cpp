// Run while the project is built: reads the metadata that libphonenumber carries and writes phonetables.cpp,
// an automaton for the numbers that are certainly valid. Whatever it leaves out is given to the library, so
// it errs on that side: where a rule cannot be read, or the library might take a prefix off, the digits lead
// nowhere.

#include "exchange/phonetables/numberautomaton.h"

#include <phonenumbers/phonemetadata.pb.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace i18n::phonenumbers {
// Exported by the library, but in none of its installed headers.
int metadata_size();
const void *metadata_get();
} // namespace i18n::phonenumbers

using i18n::phonenumbers::PhoneMetadata;
using i18n::phonenumbers::PhoneMetadataCollection;

namespace {

/// The calling code of a region and the node from which its national digits are read, by its ISO code.
using RegionRoots = std::map<std::string, std::pair<int, std::uint32_t>>;

/// All regions whose rules are understood, and the calling codes of which some are not: their numbers are
/// left to the library.
struct Rules
{
    std::list<Region> regions;
    std::map<std::string, const Region *> regionOfCode;
    std::map<int, CallingCode> callingCodes;
    std::set<int> unclear;

    bool isClear(int callingCode) const { return unclear.count(callingCode) == 0; }
};

void readRegions(const PhoneMetadataCollection &collection, Rules &rules)
{
    for (const PhoneMetadata &metadata : collection.metadata()) {
        const std::optional<Region> region = readRegion(metadata);
        if (!region) {
            rules.unclear.insert(metadata.country_code());
            std::cerr << "libphonenumber itself reads the numbers of " << metadata.id() << " (+"
                      << metadata.country_code() << ")\n";
            continue;
        }
        rules.regions.push_back(*region);
        if (metadata.id() != "001")
            rules.regionOfCode.emplace(metadata.id(), &rules.regions.back());
    }
}

void gatherCallingCodes(Rules &rules)
{
    for (const Region &region : rules.regions)
        rules.callingCodes[region.callingCode].code = region.callingCode;
    for (auto &[code, callingCode] : rules.callingCodes) {
        std::list<std::string> names; // in the library's order
        PhoneNumberUtil::GetInstance()->GetRegionCodesForCountryCallingCode(code, &names);
        for (const std::string &name : names) {
            const auto region = std::find_if(
                rules.regions.begin(), rules.regions.end(), [&, number = code](const Region &candidate) {
                    return candidate.code == name && candidate.callingCode == number;
                });
            if (region == rules.regions.end())
                rules.unclear.insert(code);
            else
                callingCode.regions.push_back(&*region);
        }
        if (callingCode.regions.empty())
            rules.unclear.insert(code);
    }
}

std::uint32_t addInternational(Tables &tables, const Rules &rules)
{
    std::map<std::string, std::uint32_t> rootOfCode;
    for (const auto &[code, callingCode] : rules.callingCodes) {
        if (rules.isClear(code))
            rootOfCode.emplace(std::to_string(code), internationalRoot(tables, callingCode));
    }
    return joinedRoot(tables, rootOfCode);
}

RegionRoots addNational(Tables &tables, const Rules &rules)
{
    RegionRoots roots{
        {"001", {0, 0}}
    };
    std::set<std::string> supported;
    PhoneNumberUtil::GetInstance()->GetSupportedRegions(&supported);
    for (const std::string &code : supported) {
        const auto region = rules.regionOfCode.find(code);
        const int callingCode = PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(code);
        const bool isClear = region != rules.regionOfCode.end() && rules.isClear(callingCode);
        const std::uint32_t root =
            isClear ? nationalRoot(tables, rules.callingCodes.at(callingCode), *region->second) : 0;
        roots.emplace(code, std::pair{callingCode, root});
    }
    return roots;
}

void write(std::ostream &out, const Tables &tables, std::uint32_t root, const RegionRoots &regions)
{
    std::map<std::string, size_t> indexOfRegion;
    for (const auto &region : regions)
        indexOfRegion.emplace(region.first, indexOfRegion.size());

    out << "// Written by makephonetables from the metadata of libphonenumber.\n"
           "#include \"exchange/phonetables.h\"\n\n"
        << "const std::uint32_t kPhoneInternationalRoot = " << root
        << ";\n\nconst PhoneNode kPhoneNodes[] = {\n";
    for (const Node &node : tables.nodes()) {
        out << "{{";
        for (const std::uint32_t next : node.second)
            out << next << ',';
        out << "}},\n";
    }
    out << "};\n\nconst std::uint16_t kPhoneNodeVerdicts[] = {\n";
    for (size_t i = 0; i < tables.nodes().size(); ++i)
        out << tables.nodes()[i].first << (i % 20 == 19 ? ",\n" : ",");
    out << "};\n\nconst PhoneVerdict kPhoneVerdicts[] = {\n{},\n";
    for (const Verdict &verdict : tables.verdicts()) {
        out << '{' << indexOfRegion.at(verdict.region) << ',' << verdict.type << ',' << verdict.stripped
            << ',' << (verdict.needsCallingCode ? "true" : "false") << "},\n";
    }
    out << "};\n\nconst PhoneRegion kPhoneRegions[] = {\n";
    for (const auto &[code, facts] : regions)
        out << "{\"" << code << "\"," << facts.first << ',' << facts.second << "},\n";
    out << "};\n\nconst std::size_t kPhoneRegionCount = " << regions.size() << ";\n";
}

} // namespace

int main(int argc, char *argv[])
{
    PhoneMetadataCollection collection;
    if (argc != 2
        || !collection.ParseFromArray(i18n::phonenumbers::metadata_get(),
                                      i18n::phonenumbers::metadata_size())) {
        std::cerr << "Usage: makephonetables FILE\n";
        return 1;
    }
    Rules rules;
    readRegions(collection, rules);
    gatherCallingCodes(rules);

    Tables tables;
    const std::uint32_t root = addInternational(tables, rules);
    const RegionRoots regions = addNational(tables, rules);
    std::ofstream out{argv[1]};
    write(out, tables, root, regions);
    std::cerr << tables.nodes().size() << " nodes, " << tables.verdicts().size() << " verdicts\n";
    return out.flush() ? 0 : 1;
}
