# Writes roadlint.1.gz and roadlint.{bash,zsh,fish} with the program itself, which knows its commands and options best.
# Call: cmake -D ROADLINT=program -D FOLDER=dir -P write_generated_docs.cmake

# Runs the program with the words behind `file` and keeps what it prints.
function(write_output file)
  execute_process(COMMAND ${ROADLINT} ${ARGN} OUTPUT_FILE ${FOLDER}/${file}
                  RESULT_VARIABLE status ERROR_VARIABLE complaint)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " words)
    message(FATAL_ERROR "roadlint ${words} ended with ${status}: ${complaint}")
  endif()
endfunction()

file(MAKE_DIRECTORY ${FOLDER})
foreach(shell bash zsh fish)
  write_output(roadlint.${shell} completions ${shell})
endforeach()
write_output(roadlint.1 manual)
# Without name and time in it, so that the same page gives the same bytes.
execute_process(COMMAND gzip -9 --no-name --force ${FOLDER}/roadlint.1 COMMAND_ERROR_IS_FATAL ANY)
