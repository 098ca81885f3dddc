# What is installed, and the packages that CPack makes of it:
#   cpack --config build/release/CPackConfig.cmake -G DEB -B build/release/packages
# `./dev package` builds and packs. tests/package_test.py looks into the package.
# With SOURCE_DATE_EPOCH set, CPack gives every file that time: the same sources, the same package.
include(GNUInstallDirs)

option(ROADLINT_GENERATED_DOCS "Let the program write its manual page and completion scripts, to install them" ON)
if(CMAKE_CROSSCOMPILING)
  set(ROADLINT_GENERATED_DOCS OFF)  # the program does not run here
endif()

# Folders get the same permissions whatever the umask of the one who packs.
set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
# Packing does not build the tests first.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

# --- the program and what people read about it ----------------------------------------------------------------------
install(TARGETS roadlint RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES cmake/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
# A folder of its own, so that the links of README.md lead somewhere.
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs FILES_MATCHING PATTERN "*.md")
install(FILES schemas/roadlint.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/roadlint/schemas OPTIONAL)
# To read and to start from: the program itself has the packs inside.
install(DIRECTORY rules/ DESTINATION ${CMAKE_INSTALL_DATADIR}/roadlint/rules PATTERN "*.cases.yaml" EXCLUDE)

# --- what the program writes about itself ---------------------------------------------------------------------------
if(ROADLINT_GENERATED_DOCS)
  set(generated_docs ${PROJECT_BINARY_DIR}/generated_docs)
  set(generated_names roadlint.1.gz roadlint.bash roadlint.zsh roadlint.fish)
  list(TRANSFORM generated_names PREPEND ${generated_docs}/ OUTPUT_VARIABLE generated_paths)
  add_custom_command(
    OUTPUT ${generated_paths}
    COMMAND ${CMAKE_COMMAND} -D ROADLINT=$<TARGET_FILE:roadlint> -D FOLDER=${generated_docs}
            -P ${PROJECT_SOURCE_DIR}/cmake/write_generated_docs.cmake
    DEPENDS roadlint ${PROJECT_SOURCE_DIR}/cmake/write_generated_docs.cmake
    COMMENT "Writing the manual page and the completion scripts"
    VERBATIM)
  add_custom_target(roadlint_generated_docs ALL DEPENDS ${generated_paths})

  # zsh of Debian looks for completions of packages in a folder of its own.
  set(zsh_folder site-functions)
  if(EXISTS /etc/debian_version)
    set(zsh_folder vendor-completions)
  endif()
  install(FILES ${generated_docs}/roadlint.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES ${generated_docs}/roadlint.bash
          DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME roadlint)
  install(FILES ${generated_docs}/roadlint.zsh
          DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/${zsh_folder} RENAME _roadlint)
  install(FILES ${generated_docs}/roadlint.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()

# --- packages -------------------------------------------------------------------------------------------------------
find_program(DPKG_PROGRAM dpkg)
set(CPACK_GENERATOR TGZ)
if(DPKG_PROGRAM)
  list(PREPEND CPACK_GENERATOR DEB)
endif()
set(CPACK_PACKAGE_NAME roadlint)
set(CPACK_PACKAGE_VENDOR "The roadlint maintainers")
set(CPACK_PACKAGE_CONTACT "The roadlint maintainers <maintainers@roadlint.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "linter for technology roadmaps")
set(CPACK_PACKAGE_DESCRIPTION
    "roadlint checks technology roadmaps (YAML or JSON) against rules and says, with
file, line and column, what is missing, contradictory or counted twice. Every
finding names the values that decided it and the document that its rule comes
from. Two versions of a roadmap can be compared, so that a gate stops what gets
worse. Rule packs, with messages in English and German, are part of the
program; more rules can be written in a language of its own.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_RESOURCE_FILE_README ${PROJECT_SOURCE_DIR}/README.md)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS ${CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS})

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)  # the libraries, with the versions that the program was linked with
include(CPack)
