import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Requests, requestsAs } from './requests.ts';

const RequestsContext = createContext<Requests>(requestsAs(''));

export const RequestsProvider = RequestsContext.Provider;
/** The server, spoken to as the person this page belongs to. */
export const useRequests = (): Requests => useContext(RequestsContext);
