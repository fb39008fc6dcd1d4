/** TCF_EM_OPND_* */
export const OPERATORS: readonly string[] = ["eq", "gt", "lt"];
