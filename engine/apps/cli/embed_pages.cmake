# cmake -DPAGES=a.md;b.md -DOUTPUT=pages.cpp -P embed_pages.cmake
set(text "#include \"apps/cli/pages.h\"\n\nnamespace toets::cli {\n\nnamespace {\n\nconst Page all_pages[] = {\n")
foreach(page IN LISTS PAGES)
  get_filename_component(code "${page}" NAME_WE)
  file(READ "${page}" content)
  string(APPEND text "    {\"${code}\", R\"page(${content})page\"},\n")
endforeach()
string(APPEND text "    {{}, {}},\n};\n\n}  // namespace\n\nstd::span<const Page> pages() { return all_pages; }\n\n}  // namespace toets::cli\n")
file(WRITE "${OUTPUT}" "${text}")
