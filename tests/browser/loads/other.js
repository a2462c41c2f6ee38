export const word = "beside";
